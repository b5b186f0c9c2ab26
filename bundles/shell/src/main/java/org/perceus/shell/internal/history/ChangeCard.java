package org.perceus.shell.internal.history;

import java.util.Locale;
import org.perceus.node.HistoryEntry;
import org.perceus.node.HistoryEntry.Altered;
import org.perceus.node.HistoryEntry.AlteredValue;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Table;

/** All that one change made, as text. */
public record ChangeCard(HistoryEntry entry) {
    /**
     * The card as lines.
     *
     * @param width columns of the terminal; 0 for no limit
     * @param unicode whether it may hold more than ASCII
     */
    public String text(int width, boolean unicode) {
        StringBuilder text = new StringBuilder();
        fact(text, "change", Long.toString(entry.id()));
        fact(text, "when", Amounts.moment(entry.at()));
        fact(text, "who", entry.author().who());
        fact(text, "command", entry.author().deed());
        if (!entry.author().why().isEmpty()) {
            fact(text, "comment", entry.author().why());
        }
        return text.append('\n').append(values().text(width, unicode)).toString();
    }

    private Table values() {
        Table table = new Table(
                Column.of("WHAT"), Column.of("FATE"), Column.of("KEY"), Column.text("BEFORE"), Column.text("AFTER"));
        for (Altered one : entry.altered()) {
            String name = (one.kind().equals("group") ? "group " : "") + one.name();
            String fate = one.fate().name().toLowerCase(Locale.ROOT);
            if (one.values().isEmpty()) {
                table.row(name, fate, "-", "-", "-");
            }
            for (AlteredValue value : one.values()) {
                table.row(
                        name,
                        fate,
                        value.key(),
                        value.before().orElse("-"),
                        value.after().orElse("-"));
            }
        }
        return table;
    }

    private static void fact(StringBuilder text, String name, String value) {
        text.append(String.format("%-8s %s%n", name, Printable.line(value)));
    }
}
