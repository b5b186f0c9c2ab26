package org.perceus.doctor;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Examined;
import org.perceus.doctor.finding.FindingJson;
import org.perceus.doctor.finding.FindingText;
import org.perceus.doctor.finding.Severity;
import org.perceus.doctor.program.Program;
import org.perceus.doctor.system.Commands;
import org.perceus.doctor.system.Links;
import org.perceus.doctor.system.LocalCommands;
import org.perceus.doctor.wire.PacketWire;

/** {@code perceus doctor}: looks for what keeps nodes from booting, before the first start or at any time. */
public final class Main {
    private Main() {}

    /**
     * Exits with 0 when there is no problem, with 1 when there is one or nothing could be looked at, and with 2 when the words
     * are wrong.
     *
     * @param words of the user
     */
    public static void main(String[] words) {
        Runtime.getRuntime().halt(run(List.of(words), System.out, System.err));
    }

    static int run(List<String> words, PrintStream out, PrintStream err) {
        return new Program(Main.class, "nothing can be examined: ")
                .run(words, out, err, () -> examine(OptionReader.read(words), out, err));
    }

    private static int examine(Options options, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        Progress progress = new Progress(err, options.progress());
        Commands commands = new LocalCommands();
        PacketWire wire = new PacketWire(new SecureRandom(), new Links(commands));
        List<Check> checks = new SiteChecks(options, progress, commands, wire).all();
        List<Examined> all = new Examination(progress).run(checks);
        if (options.json()) {
            out.println(FindingJson.of(all));
        } else {
            out.print(FindingText.of(all));
        }
        return Examined.count(all, Severity.PROBLEM) == 0 ? 0 : Program.FAILED;
    }
}
