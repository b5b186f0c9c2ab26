package org.perceus.administration.internal.inventory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.site.SettingValue;
import org.perceus.shell.internal.inventory.Inventory;

/** A file of nodes that is imported, and the same as it is exported again. */
public final class InventoryFuzz {
    private static final Set<SettingKey> SETTINGS = Set.of(new SettingKey("capsule"), new SettingKey("kernel-args"));
    private static final Name SOME = new Name("some");

    private InventoryFuzz() {}

    /** The lines of a file. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        List<String> lines = new Input(bytes).text().lines().toList();
        NodeFile file = NodeFile.parse(lines, SETTINGS);
        Promise.kept(
                file.entries().size() + file.problems().size() <= lines.size(),
                "a line is a node, a problem or nothing");
        file.problems().forEach(Promise::sentence);
        List<Node> nodes = file.entries().stream()
                .map(NodeFile.Entry::spec)
                .filter(InventoryFuzz::isOneLine)
                .map(InventoryFuzz::node)
                .toList();
        NodeFile again = NodeFile.parse(new Inventory(nodes).lines(), SETTINGS);
        Promise.equal(List.of(), again.problems(), "what is exported is imported");
        Promise.equal(
                nodes,
                again.entries().stream().map(entry -> node(entry.spec())).toList(),
                "what is exported is imported as it was");
    }

    /** What the registry takes for a value: no other is ever exported. */
    private static boolean isOneLine(NodeSpec spec) {
        return spec.settings().entrySet().stream()
                .map(Map.Entry::getValue)
                .noneMatch(value -> SettingValue.objection("key", value).isPresent());
    }

    private static Node node(NodeSpec spec) {
        return new Node(
                spec.mac(), spec.name().orElse(SOME), spec.group().orElse(SOME), spec.address(), true, spec.settings());
    }
}
