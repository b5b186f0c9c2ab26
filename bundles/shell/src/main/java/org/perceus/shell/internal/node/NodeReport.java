package org.perceus.shell.internal.node;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.node.Node;
import org.perceus.node.NodeStatus;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.shell.internal.site.Site;

/**
 * A node with all that is shown of it. Immutable.
 *
 * @param node its record
 * @param status how it is
 * @param settings what holds for it
 */
public record NodeReport(Node node, NodeStatus status, List<Setting> settings) {
    /** Where a setting comes from. */
    public enum Source {
        /** The node's own. */
        NODE,
        /** Its group's. */
        GROUP,
        /** The site's default. */
        SITE
    }

    /**
     * A setting that holds for a node.
     *
     * @param key its key
     * @param value its value
     * @param source where it comes from
     */
    public record Setting(SettingKey key, String value, Source source) {}

    /** Copies the settings. */
    public NodeReport {
        settings = List.copyOf(settings);
    }

    /** Gathers what is known of a node now. */
    public static NodeReport of(Node node, RegistrySnapshot snapshot, Site site) {
        List<Setting> settings = new ArrayList<>();
        snapshot.settings(node)
                .forEach((key, value) -> settings.add(new Setting(key, value, source(node, snapshot, key))));
        NodeStatus status = site.boots().status(node.mac());
        return new NodeReport(
                node, site.registry().objection(node).map(status::alsoBecause).orElse(status), settings);
    }

    private static Source source(Node node, RegistrySnapshot snapshot, SettingKey key) {
        if (node.settings().containsKey(key)) {
            return Source.NODE;
        }
        var group = snapshot.groups().get(node.group());
        return group != null && group.containsKey(key) ? Source.GROUP : Source.SITE;
    }

    /** The value of a setting. */
    public Optional<String> setting(SettingKey key) {
        return settings.stream()
                .filter(setting -> setting.key().equals(key))
                .map(Setting::value)
                .findFirst();
    }

    /** Its address, empty when it has none. */
    public Optional<String> address() {
        return node.address().map(InetAddress::getHostAddress);
    }

    /** When it was last heard of. */
    public Optional<Instant> lastContact() {
        return status.lastContact();
    }
}
