package org.perceus.shell.internal.node;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/**
 * A group as it is shown. Immutable.
 *
 * @param name its name
 * @param nodes how many nodes it has
 * @param settings its own settings
 */
public record GroupReport(Name name, long nodes, SortedMap<SettingKey, String> settings) {
    /** All groups. */
    public static List<GroupReport> all(RegistrySnapshot snapshot) {
        Map<Name, Long> sizes = snapshot.nodes().stream()
                .map(Node::group)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<GroupReport> groups = new ArrayList<>();
        snapshot.groups()
                .forEach((name, settings) -> groups.add(new GroupReport(name, sizes.getOrDefault(name, 0L), settings)));
        return groups;
    }

    /** Groups as a table. */
    public static Table table(List<GroupReport> groups) {
        Table table = new Table(Column.of("GROUP"), Column.number("NODES"), Column.text("SETTINGS"));
        for (GroupReport group : groups) {
            String settings = group.settings().entrySet().stream()
                    .map(setting -> setting.getKey() + "=" + setting.getValue())
                    .collect(Collectors.joining(" "));
            table.row(group.name().value(), Long.toString(group.nodes()), settings);
        }
        return table;
    }

    /** Groups as JSON. */
    public static JsonArray json(List<GroupReport> groups) {
        JsonArray array = new JsonArray();
        for (GroupReport group : groups) {
            JsonObject settings = new JsonObject();
            group.settings().forEach((key, value) -> settings.addProperty(key.value(), value));
            JsonObject json = new JsonObject();
            json.addProperty("name", group.name().value());
            json.addProperty("nodes", group.nodes());
            json.add("settings", settings);
            array.add(json);
        }
        return array;
    }
}
