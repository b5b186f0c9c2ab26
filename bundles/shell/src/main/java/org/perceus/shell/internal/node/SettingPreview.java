package org.perceus.shell.internal.node;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/** Shows what changes of settings would do. */
public final class SettingPreview {
    private SettingPreview() {}

    /** One row for each node and key whose own value would be another. */
    public static Table table(List<Node> nodes, SettingChanges changes, RegistrySnapshot snapshot) {
        Table table = new Table(
                Column.of("NODE"),
                Column.of("KEY"),
                Column.text("OWN NOW"),
                Column.text("IN EFFECT NOW"),
                Column.text("WOULD BE"));
        for (Node node : nodes) {
            changes.values().forEach((key, value) -> {
                Optional<String> own = own(node, key);
                if (!own.equals(value)) {
                    table.row(
                            node.name().value(),
                            key.value(),
                            own.orElse("-"),
                            own.or(() -> snapshot.setting(node, key)).orElse("-"),
                            value.orElse("- (inherited)"));
                }
            });
        }
        return table;
    }

    private static Optional<String> own(Node node, SettingKey key) {
        return switch (key.value()) {
            case "name" -> Optional.of(node.name().value());
            case "group" -> Optional.of(node.group().value());
            case "address" -> node.address().map(InetAddress::getHostAddress);
            default -> Optional.ofNullable(node.settings().get(key));
        };
    }
}
