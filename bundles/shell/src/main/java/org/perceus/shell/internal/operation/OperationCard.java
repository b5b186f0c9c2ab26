package org.perceus.shell.internal.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.Operation.End;
import org.perceus.node.operation.Operation.Step;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Table;

/**
 * One operation with its time-line, as text.
 *
 * @param operation with all its steps
 * @param now until when the newest step has taken, if it runs
 */
public record OperationCard(Operation operation, Instant now) {
    /**
     * The card as lines.
     *
     * @param width columns of the terminal; 0 for no limit
     * @param unicode whether it may hold more than ASCII
     */
    public String text(int width, boolean unicode) {
        StringBuilder text = new StringBuilder();
        fact(text, "operation", operation.id() + ", " + operation.kind() + " of " + operation.subject());
        fact(text, "who", operation.author().who());
        fact(text, "command", operation.author().deed());
        if (!operation.author().why().isEmpty()) {
            fact(text, "comment", operation.author().why());
        }
        fact(text, "started", Amounts.moment(operation.started()));
        String took = Amounts.duration(OperationReport.took(operation, now));
        fact(
                text,
                "state",
                operation
                        .end()
                        .map(end -> OperationReport.state(operation) + " after " + took + ": " + end.sentence())
                        .orElse("running for " + took));
        return text.append('\n').append(steps().text(width, unicode)).toString();
    }

    private Table steps() {
        Table table = new Table(Column.number("AFTER"), Column.number("TOOK"), Column.text("STEP"));
        List<Step> steps = operation.steps();
        Instant last = operation.end().map(End::at).orElse(now);
        for (int i = 0; i < steps.size(); i++) {
            boolean newest = i + 1 == steps.size();
            Instant next = newest ? last : steps.get(i + 1).at();
            String soFar = newest && operation.end().isEmpty() ? " so far" : "";
            table.row(
                    between(operation.started(), steps.get(i).at()),
                    between(steps.get(i).at(), next) + soFar,
                    steps.get(i).name()
                            + (newest && operation.percent().isPresent()
                                    ? ", " + operation.percent().getAsInt() + " %"
                                    : ""));
        }
        return table;
    }

    private static String between(Instant from, Instant to) {
        return Amounts.duration(Duration.between(from, to));
    }

    private static void fact(StringBuilder text, String name, String value) {
        text.append(String.format("%-10s %s%n", name, Printable.line(value)));
    }
}
