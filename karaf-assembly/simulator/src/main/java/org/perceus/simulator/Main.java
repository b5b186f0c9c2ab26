package org.perceus.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.perceus.simulator.dhcp.DhcpUnreachableException;
import org.perceus.simulator.report.Outcome;
import org.perceus.simulator.report.OutcomeJson;
import org.perceus.simulator.report.OutcomeText;

/** {@code perceus simulate}: nodes that are switched on at once, against a real server. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /** By which they are found again in a registry. */
    private static final String GROUP = "simulated";

    private Main() {}

    /**
     * Exits with 0 when all nodes are ready, with 1 when some are not or nothing could be tried, and with 2 when the words are
     * wrong.
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
        Options options;
        try {
            options = OptionReader.read(words);
        } catch (IllegalArgumentException e) {
            err.println("perceus: " + e.getMessage());
            return USAGE;
        }
        if (options.list()) {
            list(options, out);
            return 0;
        }
        return simulate(options, out, err);
    }

    private static void list(Options options, PrintStream out) {
        out.println("mac,group");
        for (int i = 0; i < options.nodes(); i++) {
            out.println(options.mac(i) + "," + GROUP);
        }
    }

    private static int simulate(Options options, PrintStream out, PrintStream err) {
        try {
            Outcome outcome = new Simulation(options, err).run();
            if (options.json()) {
                out.println(OutcomeJson.of(outcome));
            } else {
                out.print(OutcomeText.of(outcome));
            }
            return outcome.good() ? 0 : FAILED;
        } catch (IOException e) {
            err.println("perceus: nodes cannot be simulated here: " + e.getMessage()
                    + " (root is needed, no DHCP client may run in this network, and as many open files as nodes)");
            return FAILED;
        } catch (DhcpUnreachableException e) {
            err.println("perceus: " + e.getMessage());
            return FAILED;
        }
    }

    private static String usage() {
        try (var text = Main.class.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
