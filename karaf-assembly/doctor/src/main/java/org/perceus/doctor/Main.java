package org.perceus.doctor;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Examined;
import org.perceus.doctor.finding.FindingJson;
import org.perceus.doctor.finding.FindingText;
import org.perceus.doctor.finding.Severity;
import org.perceus.doctor.system.Commands;
import org.perceus.doctor.system.Links;
import org.perceus.doctor.system.LocalCommands;
import org.perceus.doctor.wire.PacketWire;

/** {@code perceus doctor}: looks for what keeps nodes from booting, before the first start or at any time. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

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
        if (words.contains("--help") || words.contains("-h")) {
            out.print(usage());
            return 0;
        }
        try {
            return examine(OptionReader.read(words), out, err);
        } catch (IllegalArgumentException e) {
            err.println("perceus: " + e.getMessage());
            return USAGE;
        } catch (IOException e) {
            err.println("perceus: nothing can be examined: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
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
        out.flush();
        return Examined.count(all, Severity.PROBLEM) == 0 ? 0 : FAILED;
    }

    private static String usage() {
        try (var text = Main.class.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
