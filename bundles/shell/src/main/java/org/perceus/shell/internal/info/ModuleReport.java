package org.perceus.shell.internal.info;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.perceus.provisioning.ModuleInfo;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/** Provisioning modules as they are shown. */
public final class ModuleReport {
    private ModuleReport() {}

    /** Modules as a table. */
    public static Table table(List<ModuleInfo> modules) {
        Table table = new Table(
                Column.of("MODULE"),
                Column.of("KIND"),
                Column.number("ORDER"),
                Column.of("STATUS"),
                Column.text("BUNDLE"),
                Column.text("VERSION"),
                Column.number("FAILURES"),
                Column.text("LAST FAILURE"));
        for (ModuleInfo module : modules) {
            table.row(
                    module.name(),
                    word(module.kind()),
                    module.kind() == ModuleInfo.Kind.METHOD ? "-" : Integer.toString(module.order()),
                    word(module.status()),
                    module.bundle(),
                    module.version(),
                    Long.toString(module.failures()),
                    module.lastFailure());
        }
        return table;
    }

    /** Modules as JSON. */
    public static JsonArray json(List<ModuleInfo> modules) {
        JsonArray array = new JsonArray();
        for (ModuleInfo module : modules) {
            JsonObject json = new JsonObject();
            json.addProperty("name", module.name());
            json.addProperty("kind", word(module.kind()));
            json.addProperty("order", module.order());
            json.addProperty("status", word(module.status()));
            json.addProperty("bundle", module.bundle());
            json.addProperty("version", module.version());
            json.addProperty("failures", module.failures());
            json.addProperty("lastFailure", module.lastFailure().isEmpty() ? null : module.lastFailure());
            array.add(json);
        }
        return array;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
