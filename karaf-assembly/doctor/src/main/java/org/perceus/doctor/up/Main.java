package org.perceus.doctor.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.perceus.doctor.program.Program;
import org.perceus.doctor.program.RefusedException;
import org.perceus.doctor.site.Configuration;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.Instance;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Commands;
import org.perceus.doctor.system.Links;
import org.perceus.doctor.system.LocalCommands;
import org.perceus.doctor.wire.PacketWire;

/** {@code perceus up}: has a device served, before the first start or while the container runs. */
public final class Main {
    private Main() {}

    /**
     * Exits with 0 when the device is served by etc, with 1 when nothing was written or the
     * container did not start, and with 2 when the words are wrong.
     *
     * @param words of the user
     */
    public static void main(String[] words) {
        Runtime.getRuntime().halt(run(List.of(words), System.out, System.err));
    }

    static int run(List<String> words, PrintStream out, PrintStream err) {
        return new Program(Main.class, "").run(words, out, err, () -> up(Wish.read(words), out));
    }

    private static int up(Wish wish, PrintStream out) throws IOException, RefusedException, InterruptedException {
        Commands commands = new LocalCommands();
        Links links = new Links(commands);
        Site site = new Configuration(Instance.ofLauncher()).read();
        new Up(
                        site,
                        links,
                        new PacketWire(new SecureRandom(), links),
                        new Container(commands, site),
                        new Starter(commands, site),
                        typed(),
                        out)
                .run(wish);
        return 0;
    }

    private static BufferedReader typed() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }
}
