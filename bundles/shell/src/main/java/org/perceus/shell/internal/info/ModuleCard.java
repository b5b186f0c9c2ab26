package org.perceus.shell.internal.info;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.perceus.administration.module.ModuleUse;
import org.perceus.module.BuiltImage;
import org.perceus.module.ModuleDetails;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleSetting;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Table;

/** All that is known of one module, as it is shown. Immutable. */
public final class ModuleCard {
    private final ModuleDetails details;
    private final ModuleUse use;
    private final NodeSettingReport nodeSettings;

    /**
     * The module, and who uses it.
     *
     * @param settings of nodes, whoever reads them
     */
    public ModuleCard(ModuleDetails details, ModuleUse use, List<DeclaredSetting> settings) {
        this.details = details;
        this.use = use;
        String name = details.info().name();
        boolean active = details.info().status() == ModuleInfo.Status.ACTIVE;
        this.nodeSettings = new NodeSettingReport(settings.stream()
                .filter(setting -> active && setting.reader().equals(name))
                .toList());
    }

    /** As lines for people. */
    public String text() {
        ModuleInfo info = details.info();
        StringBuilder text = new StringBuilder();
        line(text, "module", info.name());
        line(text, "kind", info.kind().map(ModuleReport::word).orElse(""));
        line(text, "status", ModuleReport.word(info.status()) + (info.reason().isEmpty() ? "" : ": " + info.reason()));
        line(text, "says", details.remark());
        line(text, "nodes", Integer.toString(use.of(info.name())));
        line(text, "version", info.version());
        line(text, "bundle", info.bundle());
        line(text, "file", info.file().map(file -> "modules/" + file).orElse("comes with Perceus"));
        line(text, "SHA-256", details.sha256());
        line(text, "SPI", details.spi());
        line(text, "failures", Long.toString(info.failures()));
        line(text, "last", info.lastFailure());
        settings(text);
        if (!nodeSettings.isEmpty()) {
            text.append("\nsettings of nodes\n")
                    .append(nodeSettings.table().text(0, false).indent(2));
        }
        if (!details.images().isEmpty()) {
            text.append("\nimages\n");
            for (BuiltImage image : details.images()) {
                text.append("  ").append(image.capsule()).append(", by ").append(image.methodVersion());
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** As JSON. */
    public JsonObject json() {
        JsonObject json = new ModuleReport(List.of(), use).json(details.info());
        json.addProperty("remark", ModuleReport.known(details.remark()));
        json.addProperty("sha256", ModuleReport.known(details.sha256()));
        json.addProperty("spi", ModuleReport.known(details.spi()));
        JsonArray settings = new JsonArray();
        for (ModuleSetting setting : details.settings()) {
            JsonObject one = new JsonObject();
            one.addProperty("pid", setting.pid());
            one.addProperty("key", setting.key());
            one.addProperty("value", setting.value());
            one.addProperty("configured", setting.configured());
            one.addProperty("description", setting.description());
            settings.add(one);
        }
        json.add("settings", settings);
        json.add("nodeSettings", nodeSettings.json());
        JsonArray images = new JsonArray();
        for (BuiltImage image : details.images()) {
            JsonObject one = new JsonObject();
            one.addProperty("capsule", image.capsule());
            one.addProperty("methodVersion", image.methodVersion());
            images.add(one);
        }
        json.add("images", images);
        return json;
    }

    /** A bundle can have several configurations, each with a file of its own. */
    private void settings(StringBuilder text) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (ModuleSetting setting : details.settings()) {
            tables.computeIfAbsent(
                            setting.pid(),
                            pid -> new Table(
                                    Column.of("KEY"), Column.of("VALUE"), Column.of("FROM"), Column.of("MEANING")))
                    .row(
                            setting.key(),
                            setting.value(),
                            setting.configured() ? file(setting.pid()) : "default",
                            setting.description());
        }
        tables.forEach((pid, table) -> text.append("\nsettings: ")
                .append(file(pid))
                .append('\n')
                .append(table.text(0, false).indent(2)));
    }

    private static String file(String pid) {
        return "etc/" + pid + ".cfg";
    }

    private static void line(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(String.format("%-8s  %s\n", key, Printable.line(value)));
        }
    }
}
