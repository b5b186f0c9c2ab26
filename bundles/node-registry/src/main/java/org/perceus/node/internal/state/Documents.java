package org.perceus.node.internal.state;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.NetworkCard;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;

/** Nodes and groups as the ledger keeps them: a {@code key=value} to a line, since no value has two. */
public final class Documents {
    /** The topic of nodes, whose keys are their MACs. */
    public static final String NODE = "node";

    /** The topic of groups, whose keys are their names. */
    public static final String GROUP = "group";

    private static final String NAME = "name";
    private static final String OF_GROUP = "group";
    private static final String ADDRESS = "address";
    private static final String APPROVED = "approved";
    private static final String CARDS = "cards";
    private static final String SETTING = "setting.";

    private Documents() {}

    public static String of(Node node) {
        StringBuilder text = new StringBuilder();
        line(text, NAME, node.name());
        line(text, OF_GROUP, node.group());
        line(text, ADDRESS, node.address().map(Ipv4Address::toString).orElse(""));
        line(text, APPROVED, node.approved());
        if (!node.cards().isEmpty()) {
            line(text, CARDS, NetworkCard.text(node.cards()));
        }
        return text.append(of(node.settings())).toString();
    }

    public static String of(SortedMap<SettingKey, String> settings) {
        StringBuilder text = new StringBuilder();
        settings.forEach((key, value) -> line(text, SETTING + key, value));
        return text.toString();
    }

    /** The node that a text of {@link #of(Node)} tells of. */
    public static Node node(MacAddress mac, String text) {
        Map<String, String> lines = lines(text);
        return new Node(
                mac,
                new Name(lines.get(NAME)),
                new Name(lines.get(OF_GROUP)),
                Optional.of(lines.get(ADDRESS))
                        .filter(address -> !address.isEmpty())
                        .map(Ipv4Address::parse),
                Boolean.parseBoolean(lines.get(APPROVED)),
                settings(lines),
                Optional.ofNullable(lines.get(CARDS)).map(NetworkCard::parse).orElse(List.of()));
    }

    /** The settings that a text of {@link #of(SortedMap)} tells of. */
    public static SortedMap<SettingKey, String> settings(String text) {
        return settings(lines(text));
    }

    /** The lines of a text by their keys, in the order of the keys; settings under their names alone. */
    public static SortedMap<String, String> shown(String text) {
        SortedMap<String, String> shown = new TreeMap<>();
        lines(text).forEach((key, value) -> {
            if (!value.isEmpty()) {
                shown.put(key.startsWith(SETTING) ? key.substring(SETTING.length()) : key, value);
            }
        });
        return shown;
    }

    private static SortedMap<SettingKey, String> settings(Map<String, String> lines) {
        SortedMap<SettingKey, String> settings = new TreeMap<>();
        lines.forEach((key, value) -> {
            if (key.startsWith(SETTING)) {
                settings.put(new SettingKey(key.substring(SETTING.length())), value);
            }
        });
        return Collections.unmodifiableSortedMap(settings);
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> lines = new TreeMap<>();
        // not by lines(): a value may hold what other programs take for the end of a line
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                lines.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return lines;
    }

    private static void line(StringBuilder text, String key, Object value) {
        text.append(key).append('=').append(value).append('\n');
    }
}
