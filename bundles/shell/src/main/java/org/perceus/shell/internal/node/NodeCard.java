package org.perceus.shell.internal.node;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.perceus.node.Boot;
import org.perceus.node.NetworkCard;
import org.perceus.shell.internal.boot.TimeLine;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Table;

/**
 * All about one node, as text.
 *
 * @param report the node
 * @param boot its newest boot
 * @param now the time to measure from
 */
public record NodeCard(NodeReport report, Optional<Boot> boot, Instant now) {
    /**
     * The card as lines.
     *
     * @param width columns of the terminal; 0 for no limit
     * @param unicode whether it may hold more than ASCII
     */
    public String text(int width, boolean unicode) {
        StringBuilder text = new StringBuilder();
        fact(text, "node", report.node().name().value());
        fact(text, "mac", report.node().mac().toString());
        fact(text, "address", report.address().orElse("none: its network has no room"));
        if (!report.node().cards().isEmpty()) {
            fact(text, "cards", NetworkCard.text(report.node().cards()));
        }
        fact(text, "group", report.node().group().value());
        fact(text, "approved", report.node().approved() ? "yes" : "no: 'perceus node approve' lets it be provisioned");
        fact(text, "state", state());
        fact(
                text,
                "heard of",
                report.lastContact().map(then -> Amounts.ago(then, now)).orElse("never"));
        text.append("\nsettings\n").append(indent(settings().text(Math.max(0, width - 2), unicode)));
        report.settings().forEach(setting -> setting.idle().ifPresent(why -> text.append("  ! ")
                .append(Printable.line(setting.key() + " has no effect: it " + why))
                .append('\n')));
        text.append("\nlatest boot\n");
        text.append(indent(boot.map(newest -> TimeLine.of(newest, now).text(Math.max(0, width - 2), unicode))
                .orElse("none\n")));
        return text.toString();
    }

    private String state() {
        String since = report.status()
                .since()
                .map(moment -> " since " + Amounts.moment(moment))
                .orElse("");
        String reason = report.status().reason().map(why -> ": " + why).orElse("");
        return report.status().state() + since + reason;
    }

    private Table settings() {
        Table table = new Table(Column.of("KEY"), Column.text("VALUE"), Column.of("FROM"));
        for (NodeReport.Setting setting : report.settings()) {
            String source = setting.source().name().toLowerCase(Locale.ROOT);
            String from = setting.source() == NodeReport.Source.GROUP
                    ? source + " " + report.node().group()
                    : source;
            table.row(setting.key().value(), setting.value(), from);
        }
        return table;
    }

    private static void fact(StringBuilder text, String name, String value) {
        text.append(String.format("%-9s %s%n", name, Printable.line(value)));
    }

    private static String indent(String lines) {
        return lines.replaceAll("(?m)^(?=.)", "  ");
    }
}
