package org.perceus.shell.internal.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.perceus.administration.PreviewDeeds;
import org.perceus.node.Node;
import org.perceus.provisioning.PreviewResult;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/** Which nodes would get their files, and which not. Immutable. */
public final class FileCheck {
    private static final String REFUSED = "refused";

    private record Verdict(Node node, String state, Optional<String> reason) {}

    private final List<Verdict> verdicts;

    private FileCheck(List<Verdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /** What became of the previews of nodes. */
    public static FileCheck of(List<PreviewDeeds.Preview> previews) {
        return new FileCheck(previews.stream()
                .map(preview -> verdict(preview.node(), preview.result()))
                .toList());
    }

    /** How many nodes a module refuses to serve. */
    public long refused() {
        return count(REFUSED);
    }

    /** Those that are refused, as a table. */
    public Table table() {
        Table table = new Table(Column.of("NODE"), Column.text("REASON"));
        verdicts.stream()
                .filter(verdict -> verdict.state().equals(REFUSED))
                .forEach(verdict -> table.row(
                        verdict.node().name().value(), verdict.reason().orElse("")));
        return table;
    }

    /** What there is to say of the others. */
    public String summary() {
        String right = Amounts.count(count("right"), "node") + " can have their files";
        return count("waits") == 0
                ? right
                : right + ", " + Amounts.count(count("waits"), "node")
                        + " would wait for something else: 'perceus node file list NODE' says for what";
    }

    /** As JSON; the fields are documented in {@code docs/commands.md} and stay. */
    public JsonArray json() {
        JsonArray array = new JsonArray();
        for (Verdict verdict : verdicts) {
            JsonObject one = new JsonObject();
            one.addProperty("node", verdict.node().name().value());
            one.addProperty("state", verdict.state());
            one.addProperty("reason", verdict.reason().orElse(null));
            array.add(one);
        }
        return array;
    }

    private static Verdict verdict(Node node, PreviewResult result) {
        if (result instanceof PreviewResult.Refused refused) {
            return new Verdict(node, REFUSED, Optional.of(refused.reason()));
        }
        return result instanceof PreviewResult.Waits waits
                ? new Verdict(node, "waits", Optional.of(waits.reason()))
                : new Verdict(node, "right", Optional.empty());
    }

    private long count(String state) {
        return verdicts.stream()
                .filter(verdict -> verdict.state().equals(state))
                .count();
    }
}
