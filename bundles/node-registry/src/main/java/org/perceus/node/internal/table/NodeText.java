package org.perceus.node.internal.table;

import java.net.Inet4Address;
import java.util.SortedMap;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;

/** Nodes and groups as the history of changes keeps them: a {@code key=value} to a line, since no value has two. */
public final class NodeText {
    private NodeText() {}

    public static String of(Node node) {
        StringBuilder text = new StringBuilder()
                .append("name=")
                .append(node.name())
                .append("\ngroup=")
                .append(node.group())
                .append("\naddress=")
                .append(node.address().map(Inet4Address::getHostAddress).orElse(""))
                .append("\napproved=")
                .append(node.approved())
                .append('\n');
        return text.append(of(node.settings())).toString();
    }

    public static String of(SortedMap<SettingKey, String> settings) {
        StringBuilder text = new StringBuilder();
        settings.forEach((key, value) ->
                text.append("setting.").append(key).append('=').append(value).append('\n'));
        return text.toString();
    }
}
