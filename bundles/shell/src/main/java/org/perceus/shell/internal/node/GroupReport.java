package org.perceus.shell.internal.node;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.shell.internal.screen.Amounts;
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

    /** Groups in a few words, as in {@code 2 groups (rack1, rack2) with 12 nodes}. */
    public static String summary(RegistrySnapshot snapshot, List<Name> groups) {
        Set<Name> wanted = Set.copyOf(groups);
        long members = snapshot.nodes().stream()
                .filter(node -> wanted.contains(node.group()))
                .count();
        String names = Amounts.names(groups.stream().map(Name::value).toList());
        String which = groups.size() == 1 ? "group " + names : groups.size() + " groups (" + names + ")";
        return which + " with " + Amounts.count(members, "node");
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
