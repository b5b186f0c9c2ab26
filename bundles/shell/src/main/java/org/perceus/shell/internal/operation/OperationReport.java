package org.perceus.shell.internal.operation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.Operation.End;
import org.perceus.node.operation.Operation.Step;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/**
 * Operations as they are shown.
 *
 * @param operations newest first
 * @param now until when those have taken that run
 */
public record OperationReport(List<Operation> operations, Instant now) {
    /** Copies the list. */
    public OperationReport {
        operations = List.copyOf(operations);
    }

    /** A line for each. */
    public Table table() {
        Table table = new Table(
                Column.number("ID"),
                Column.of("KIND"),
                Column.text("SUBJECT"),
                Column.of("WHO"),
                Column.of("STARTED"),
                Column.number("TOOK"),
                Column.of("STATE"),
                Column.text("DETAIL"));
        for (Operation operation : operations) {
            table.row(
                    Long.toString(operation.id()),
                    operation.kind().toString(),
                    operation.subject(),
                    operation.author().who(),
                    Amounts.moment(operation.started()),
                    Amounts.duration(took(operation, now)),
                    state(operation),
                    detail(operation));
        }
        return table;
    }

    /** As JSON; the fields are documented in {@code docs/operations.md} and stay. */
    public JsonArray json() {
        JsonArray array = new JsonArray();
        operations.forEach(operation -> array.add(json(operation)));
        return array;
    }

    static Duration took(Operation operation, Instant now) {
        return Duration.between(
                operation.started(), operation.end().map(End::at).orElse(now));
    }

    static String state(Operation operation) {
        return operation.end().map(end -> end.succeeded() ? "done" : "failed").orElse("running");
    }

    /** What came of it, or what is done now. */
    private static String detail(Operation operation) {
        return operation
                .end()
                .map(End::sentence)
                .orElseGet(() -> operation.newest().map(Step::name).orElse("")
                        + (operation.percent().isPresent()
                                ? ", " + operation.percent().getAsInt() + " %"
                                : ""));
    }

    private static JsonObject json(Operation operation) {
        JsonObject object = new JsonObject();
        object.addProperty("id", operation.id());
        object.addProperty("kind", operation.kind().toString());
        object.addProperty("subject", operation.subject());
        object.addProperty("who", operation.author().who());
        object.addProperty("command", operation.author().deed());
        object.addProperty("comment", operation.author().why());
        object.addProperty("state", state(operation));
        object.addProperty("started", operation.started().toString());
        object.addProperty(
                "ended", operation.end().map(end -> end.at().toString()).orElse(null));
        object.addProperty("sentence", operation.end().map(End::sentence).orElse(null));
        object.addProperty(
                "percent", operation.percent().isPresent() ? operation.percent().getAsInt() : null);
        JsonArray steps = new JsonArray();
        for (Step step : operation.steps()) {
            JsonObject one = new JsonObject();
            one.addProperty("at", step.at().toString());
            one.addProperty("step", step.name());
            steps.add(one);
        }
        object.add("steps", steps);
        return object;
    }
}
