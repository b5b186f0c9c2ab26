package org.perceus.doctor.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.doctor.program.RefusedException;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Commands;

/** Starts the container of this installation, by systemd where that has it to look after. */
final class Starter {
    private static final String UNIT = "perceus.service";

    private final Commands commands;
    private final Site site;

    Starter(Commands commands, Site site) {
        this.commands = commands;
        this.site = site;
    }

    /** What the administrator would type to start it. */
    List<String> command() throws IOException, InterruptedException {
        Path bin = site.instance().home().resolve("bin");
        return isUnitOf(bin)
                ? List.of("systemctl", "start", UNIT)
                : List.of(bin.resolve("start").toString());
    }

    /**
     * Returns when the container answers, or is looked after by systemd.
     *
     * @param command that starts it
     * @throws RefusedException with what the starter complains of
     */
    void start(List<String> command) throws RefusedException, IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("env", "PERCEUS_SOCKET=" + site.socket()));
        all.addAll(command);
        Optional<Commands.Result> result = commands.run(all).filter(one -> !one.good());
        if (result.isPresent()) {
            throw new RefusedException(
                    "the container did not start: " + result.get().err().strip());
        }
    }

    /** A unit of that name may be of another installation. */
    private boolean isUnitOf(Path bin) throws IOException, InterruptedException {
        return commands.run("systemctl", "is-enabled", "--quiet", UNIT)
                        .filter(Commands.Result::good)
                        .isPresent()
                && commands.run("systemctl", "cat", UNIT)
                        .filter(unit -> unit.out().contains("ExecStart=" + bin.resolve("karaf")))
                        .isPresent();
    }
}
