package org.perceus.shell.internal.info;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.SortedMap;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Table;

/** The site at a glance as text and as JSON. */
public final class SiteText {
    private SiteText() {}

    /** As lines. */
    public static String text(SiteReport report) {
        StringBuilder text = new StringBuilder();
        line(text, "version", "Perceus " + report.version());
        for (SiteReport.Interface serving : report.interfaces()) {
            String servers = serving.servers().isEmpty() ? "no server is up" : String.join(", ", serving.servers());
            line(text, "serves", serving.device() + " " + serving.address() + " " + serving.url() + ": " + servers);
        }
        report.perceusOs()
                .ifPresent(release -> line(
                        text, "nodes boot", "Perceus OS " + release.version() + ", kernel " + release.kernelVersion()));
        long total = report.nodes().values().stream().mapToLong(Long::longValue).sum();
        StringBuilder states = new StringBuilder();
        report.nodes().forEach((state, count) -> states.append(states.isEmpty() ? ": " : ", ")
                .append(count)
                .append(' ')
                .append(state));
        line(text, "nodes", Long.toString(total) + states);
        report.problems().forEach(problem -> line(text, "problem", problem));
        return text.toString();
    }

    /** As JSON. */
    public static JsonObject json(SiteReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("version", report.version());
        JsonArray interfaces = new JsonArray();
        for (SiteReport.Interface serving : report.interfaces()) {
            JsonArray servers = new JsonArray();
            serving.servers().forEach(servers::add);
            JsonObject one = new JsonObject();
            one.addProperty("device", serving.device());
            one.addProperty("address", serving.address());
            one.addProperty("url", serving.url());
            one.add("servers", servers);
            interfaces.add(one);
        }
        json.add("interfaces", interfaces);
        JsonObject release = new JsonObject();
        report.perceusOs().ifPresent(os -> {
            release.addProperty("version", os.version());
            release.addProperty("kernel", os.kernelVersion());
            release.addProperty("folder", os.folder().toString());
        });
        json.add("perceusOs", release);
        JsonObject nodes = new JsonObject();
        report.nodes().forEach((state, count) -> nodes.addProperty(state.toString(), count));
        json.add("nodes", nodes);
        JsonArray problems = new JsonArray();
        report.problems().forEach(problems::add);
        json.add("problems", problems);
        return json;
    }

    /** Counters as a table. */
    public static Table counters(SortedMap<String, Long> counters) {
        Table table = new Table(Column.of("COUNTER"), Column.number("COUNT"));
        counters.forEach((name, count) -> table.row(name, Long.toString(count)));
        return table;
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("%-10s  %s%n", name, Printable.line(value)));
    }
}
