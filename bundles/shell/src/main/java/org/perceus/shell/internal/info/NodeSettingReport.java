package org.perceus.shell.internal.info;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/** Settings of nodes with what each may be, as they are shown. Immutable. */
public final class NodeSettingReport {
    private final List<DeclaredSetting> settings;

    /** The settings, in the order in which they are shown. */
    public NodeSettingReport(List<DeclaredSetting> settings) {
        this.settings = List.copyOf(settings);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return settings.isEmpty();
    }

    /** As a table. */
    public Table table() {
        Table table = new Table(
                Column.of("SETTING"),
                Column.of("READ BY"),
                Column.of("DEFAULT"),
                Column.text("USE"),
                Column.text("MEANING"));
        settings.forEach(setting -> table.row(
                setting.key().value(),
                setting.reader(),
                setting.standard().orElse("-"),
                setting.words() + (setting.once() ? "; once, of a node alone" : ""),
                setting.help()));
        return table;
    }

    /** As JSON; the fields are documented in {@code docs/commands.md} and stay. */
    public JsonArray json() {
        JsonArray array = new JsonArray();
        for (DeclaredSetting setting : settings) {
            JsonObject one = new JsonObject();
            one.addProperty("key", setting.key().value());
            one.addProperty("reader", setting.reader());
            one.addProperty("use", setting.words());
            JsonArray values = new JsonArray();
            setting.values().forEach(values::add);
            one.add("values", values);
            one.addProperty("default", setting.standard().orElse(null));
            one.addProperty("once", setting.once());
            one.addProperty("meaning", setting.help());
            array.add(one);
        }
        return array;
    }
}
