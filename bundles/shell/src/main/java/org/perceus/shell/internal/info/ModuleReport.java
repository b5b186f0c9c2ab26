package org.perceus.shell.internal.info;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.perceus.administration.module.ModuleUse;
import org.perceus.module.ModuleInfo;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/** Provisioning modules as they are shown, with those that nodes are to get and that are not there. Immutable. */
public final class ModuleReport {
    private static final String MISSING = "missing";

    private final List<ModuleInfo> modules;
    private final ModuleUse use;

    /** What is there, and what is to be there. */
    public ModuleReport(List<ModuleInfo> modules, ModuleUse use) {
        this.modules = List.copyOf(modules);
        this.use = use;
    }

    /** Modules as a table. */
    public Table table() {
        Table table = new Table(
                Column.of("MODULE"),
                Column.of("KIND"),
                Column.number("ORDER"),
                Column.of("STATUS"),
                Column.number("NODES"),
                Column.text("VERSION"),
                Column.text("BUNDLE"),
                Column.number("FAILURES"),
                Column.text("REASON OR LAST FAILURE"));
        for (ModuleInfo module : modules) {
            table.row(
                    module.name(),
                    module.kind().map(ModuleReport::word).orElse("-"),
                    place(module),
                    word(module.status()),
                    nodes(module),
                    module.version(),
                    module.bundle(),
                    Long.toString(module.failures()),
                    module.reason().isEmpty() ? module.lastFailure() : said(module));
        }
        for (String name : missing()) {
            String nodes = Integer.toString(use.of(name));
            table.row(name, "-", "-", MISSING, nodes, "", "", "0", absence(name));
        }
        return table;
    }

    /** Modules as JSON. */
    public JsonArray json() {
        JsonArray array = new JsonArray();
        modules.forEach(module -> array.add(json(module)));
        for (String name : missing()) {
            JsonObject json = new JsonObject();
            json.addProperty("name", name);
            json.addProperty("status", MISSING);
            json.addProperty("nodes", use.of(name));
            json.addProperty("reason", absence(name));
            array.add(json);
        }
        return array;
    }

    /** One module as JSON. */
    JsonObject json(ModuleInfo module) {
        JsonObject json = new JsonObject();
        json.addProperty("name", module.name());
        json.addProperty("kind", module.kind().map(ModuleReport::word).orElse(null));
        json.addProperty("order", module.order());
        json.addProperty("status", word(module.status()));
        json.addProperty("nodes", use.of(module.name()));
        json.addProperty("bundle", known(module.bundle()));
        json.addProperty("version", known(module.version()));
        json.addProperty("file", module.file().orElse(null));
        json.addProperty("reason", known(module.reason()));
        json.addProperty("failures", module.failures());
        json.addProperty("lastFailure", known(module.lastFailure()));
        return json;
    }

    /** A word of an enumeration as it is shown. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Text, or nothing at all when it is empty. */
    static String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private List<String> missing() {
        return use.nodes().keySet().stream()
                .filter(name ->
                        modules.stream().noneMatch(module -> module.name().equals(name)))
                .sorted()
                .toList();
    }

    /** Counted where nodes get it from, or wait for it. */
    private String nodes(ModuleInfo module) {
        boolean first = modules.stream()
                .filter(other -> other.name().equals(module.name()))
                .findFirst()
                .equals(Optional.of(module));
        return first ? Integer.toString(use.of(module.name())) : "-";
    }

    private static String place(ModuleInfo module) {
        return module.kind().equals(Optional.of(ModuleInfo.Kind.CONFIGURATION))
                ? Integer.toString(module.order())
                : "-";
    }

    /** A refused file is no module yet, so its reason needs the file's name. */
    private static String said(ModuleInfo module) {
        return module.status() == ModuleInfo.Status.REFUSED
                ? module.file().orElse("") + " " + module.reason()
                : module.reason();
    }

    private String absence(String name) {
        return use.of(name) == 0
                ? "configured as a default, and not installed"
                : "configured, and not installed: nodes wait";
    }
}
