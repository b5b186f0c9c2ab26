package org.perceus.shell.internal.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.perceus.provisioning.NodeSettings;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/** Nodes as tables. */
public final class NodeTables {
    private static final String NONE = "-";

    private NodeTables() {}

    /** What the nodes are. */
    public static Table list(List<NodeReport> nodes) {
        Table table = new Table(
                Column.of("NAME"),
                Column.of("STATE"),
                Column.of("ADDRESS"),
                Column.text("MAC"),
                Column.of("GROUP"),
                Column.text("CAPSULE"),
                Column.text("METHOD"),
                Column.of("APPROVED"));
        for (NodeReport report : nodes) {
            table.row(
                    report.node().name().value(),
                    report.status().state().toString(),
                    report.address().orElse(NONE),
                    report.node().mac().toString(),
                    report.node().group().value(),
                    report.setting(NodeSettings.CAPSULE).orElse(NONE),
                    report.setting(NodeSettings.METHOD).orElse(NONE),
                    report.node().approved() ? "yes" : "no");
        }
        return table;
    }

    /** How the nodes are. */
    public static Table status(List<NodeReport> nodes, Instant now) {
        Table table = new Table(
                Column.of("NAME"),
                Column.of("STATE"),
                Column.number("FOR"),
                Column.number("HEARD OF"),
                Column.text("REASON"));
        for (NodeReport report : nodes) {
            table.row(
                    report.node().name().value(),
                    report.status().state().toString(),
                    report.status()
                            .since()
                            .map(since -> Amounts.duration(Duration.between(since, now)))
                            .orElse(NONE),
                    report.lastContact().map(then -> Amounts.ago(then, now)).orElse("never"),
                    report.status().reason().orElse(""));
        }
        return table;
    }
}
