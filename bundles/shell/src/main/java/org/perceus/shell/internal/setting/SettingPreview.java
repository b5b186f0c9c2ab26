package org.perceus.shell.internal.setting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.perceus.node.NetworkCard;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/**
 * Shows what a change of settings would do.
 *
 * @param snapshot the nodes as they are
 * @param decided those concerned as they would be
 */
public record SettingPreview(RegistrySnapshot snapshot, List<Node> decided) {
    /** One row for each node and key whose own value would be another. */
    public Table table(Collection<SettingKey> keys) {
        Table table = new Table(
                Column.of("NODE"),
                Column.of("KEY"),
                Column.text("OWN NOW"),
                Column.text("IN EFFECT NOW"),
                Column.text("WOULD BE"));
        for (Node after : decided) {
            snapshot.node(after.mac())
                    .ifPresent(node -> keys.forEach(key -> {
                        Optional<String> own = own(node, key);
                        Optional<String> value = own(after, key);
                        if (!own.equals(value)) {
                            table.row(
                                    node.name().value(),
                                    key.value(),
                                    own.orElse("-"),
                                    own.or(() -> snapshot.setting(node, key)).orElse("-"),
                                    value.orElse("- (inherited)"));
                        }
                    }));
        }
        return table;
    }

    private static Optional<String> own(Node node, SettingKey key) {
        return switch (key.value()) {
            case "name" -> Optional.of(node.name().value());
            case "group" -> Optional.of(node.group().value());
            case "address" -> node.address().map(Object::toString);
            case "cards" -> Optional.of(NetworkCard.text(node.cards())).filter(text -> !text.isEmpty());
            default -> Optional.ofNullable(node.settings().get(key));
        };
    }
}
