package org.perceus.shell.internal.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.perceus.address.Ipv4Address;
import org.perceus.node.NetworkCard;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;

/** Nodes as a CSV file that {@code node import} reads. Immutable. */
public final class Inventory {
    private final List<Node> nodes;
    private final SortedSet<SettingKey> settings = new TreeSet<>();
    private final boolean withCards;

    /** The nodes, in the order in which they are written. */
    public Inventory(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        nodes.forEach(node -> settings.addAll(node.settings().keySet()));
        withCards = nodes.stream().anyMatch(node -> !node.cards().isEmpty());
    }

    /** A first line with the names of the columns, and one for each node; fields that a node does not have are empty. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("mac", "name", "address", "group"));
        if (withCards) {
            header.add("cards");
        }
        settings.forEach(key -> header.add(key.value()));
        lines.add(line(header));
        nodes.forEach(node -> lines.add(line(fields(node))));
        return lines;
    }

    private List<String> fields(Node node) {
        List<String> fields = new ArrayList<>(List.of(
                node.mac().toString(),
                node.name().value(),
                node.address().map(Ipv4Address::toString).orElse(""),
                node.group().value()));
        if (withCards) {
            fields.add(NetworkCard.text(node.cards()));
        }
        settings.forEach(key -> fields.add(node.settings().getOrDefault(key, "")));
        return fields;
    }

    private static String line(List<String> fields) {
        return fields.stream().map(Inventory::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean plain = field.matches("[^\",;|\t#]*") && field.equals(field.strip());
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
