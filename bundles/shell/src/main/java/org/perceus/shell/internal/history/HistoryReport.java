package org.perceus.shell.internal.history;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.perceus.node.HistoryEntry;
import org.perceus.node.HistoryEntry.Altered;
import org.perceus.node.HistoryEntry.AlteredValue;
import org.perceus.node.MacAddress;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/**
 * Changes of the past.
 *
 * @param entries newest first
 */
public record HistoryReport(List<HistoryEntry> entries) {
    /** Copies the list. */
    public HistoryReport {
        entries = List.copyOf(entries);
    }

    /** What a change made of nodes and groups, in a few words. */
    public static String summary(HistoryEntry entry) {
        return ChangeText.of(entry);
    }

    /** A line for each. */
    public Table table() {
        Table table = new Table(
                Column.number("ID"),
                Column.of("WHEN"),
                Column.of("WHO"),
                Column.text("CHANGE"),
                Column.text("COMMAND"),
                Column.text("COMMENT"));
        for (HistoryEntry entry : entries) {
            table.row(
                    Long.toString(entry.id()),
                    Amounts.moment(entry.at()),
                    entry.author().who(),
                    ChangeText.of(entry),
                    entry.author().deed(),
                    entry.author().why());
        }
        return table;
    }

    /** As JSON; the fields are documented in {@code docs/commands.md} and stay. */
    public JsonArray json() {
        JsonArray array = new JsonArray();
        entries.forEach(entry -> array.add(json(entry)));
        return array;
    }

    private static JsonObject json(HistoryEntry entry) {
        JsonObject object = new JsonObject();
        object.addProperty("id", entry.id());
        object.addProperty("at", entry.at().toString());
        object.addProperty("who", entry.author().who());
        object.addProperty("command", entry.author().deed());
        object.addProperty("comment", entry.author().why());
        object.addProperty("things", entry.things());
        JsonArray altered = new JsonArray();
        entry.altered().forEach(one -> altered.add(json(one)));
        object.add("altered", altered);
        return object;
    }

    private static JsonObject json(Altered one) {
        JsonObject object = new JsonObject();
        object.addProperty("kind", one.kind());
        object.addProperty("name", one.name().value());
        object.addProperty("mac", one.mac().map(MacAddress::toString).orElse(null));
        object.addProperty("fate", one.fate().name().toLowerCase(Locale.ROOT));
        JsonArray values = new JsonArray();
        for (AlteredValue value : one.values()) {
            JsonObject altered = new JsonObject();
            altered.addProperty("key", value.key());
            altered.addProperty("before", value.before().orElse(null));
            altered.addProperty("after", value.after().orElse(null));
            values.add(altered);
        }
        object.add("values", values);
        return object;
    }
}
