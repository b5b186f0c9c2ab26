package org.perceus.simulator.report;

import java.util.Locale;
import org.perceus.simulator.node.Incident;
import org.perceus.simulator.node.Step;

/** An outcome for people. */
public final class OutcomeText {
    private static final int LAG_WORTH_A_WORD = 200;

    private OutcomeText() {}

    /** As lines. */
    public static String of(Outcome outcome) {
        StringBuilder text = new StringBuilder();
        steps(text, outcome.record());
        for (Incident incident : Incident.values()) {
            int count = outcome.record().of(incident);
            if (count > 0) {
                line(text, "%,9d  %s", count, incident.title());
            }
        }
        outcome.record().waits().forEach((reason, count) -> line(text, "%,9d  told to wait: %s", count, reason));
        outcome.record()
                .failures()
                .forEach((reason, count) -> line(
                        text,
                        "%,9d  failed: %s (such as %s)",
                        count,
                        reason,
                        outcome.record().example(reason)));
        if (outcome.lagMillis() > LAG_WORTH_A_WORD) {
            line(
                    text,
                    "the simulation was up to %d ms late itself, for want of processor time: the server was faster than this says",
                    outcome.lagMillis());
        }
        if (outcome.socketWaits() > 0) {
            line(
                    text,
                    "%,9d  waits of nodes until the simulation had a socket for them: it needs more open files (ulimit -n)",
                    outcome.socketWaits());
        }
        line(
                text,
                "%d of %d nodes ready, %d failed, in %.1f s: %.0f a second; the simulation took %.2f ms of processor time a node",
                outcome.record().ready(),
                outcome.nodes(),
                outcome.record().failed(),
                outcome.millis() / 1000.0,
                outcome.rate(),
                outcome.processorMillisOfNode());
        return text.toString();
    }

    private static void steps(StringBuilder text, Record record) {
        line(text, "%-36s %9s %9s %9s %9s %9s", "STEP", "TIMES", "50 %", "90 %", "99 %", "LONGEST");
        for (Step step : Step.values()) {
            Durations durations = record.of(step);
            line(
                    text,
                    "%-36s %,9d %6d ms %6d ms %6d ms %6d ms",
                    step.title(),
                    durations.count(),
                    durations.percentile(50),
                    durations.percentile(90),
                    durations.percentile(99),
                    durations.percentile(100));
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
