package org.perceus.shell.internal.node;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.node.Node;
import org.perceus.node.NodeStatus;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.SettingEffects;
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
        /** The site's. */
        SITE,
        /** Nobody's: it is what those who read it take then. */
        DEFAULT
    }

    /**
     * A setting that holds for a node.
     *
     * @param key its key
     * @param value its value
     * @param source where it comes from
     * @param idle why it has no effect on the node as it is, as the rest of a sentence
     */
    public record Setting(SettingKey key, String value, Source source, Optional<String> idle) {}

    /** Copies the settings. */
    public NodeReport {
        settings = List.copyOf(settings);
    }

    /** Gathers what is known of a node now. */
    public static NodeReport of(Node node, RegistrySnapshot snapshot, Site site) {
        List<Setting> settings = new ArrayList<>();
        snapshot.settings(node)
                .forEach((key, value) ->
                        settings.add(new Setting(key, value, source(node, snapshot, key), Optional.empty())));
        NodeStatus status = site.boots().status(node.mac());
        return new NodeReport(
                node, site.registry().objection(node).map(status::alsoBecause).orElse(status), settings);
    }

    /** The same with settings that hold by default, and with why others have no effect. */
    public NodeReport with(SettingEffects effects, RegistrySnapshot snapshot) {
        SortedMap<SettingKey, String> idle = effects.idle(node, snapshot);
        SortedMap<SettingKey, Setting> all = new TreeMap<>();
        effects.defaults(node, snapshot)
                .forEach((key, value) -> all.put(key, new Setting(key, value, Source.DEFAULT, Optional.empty())));
        settings.forEach(one -> all.put(
                one.key(),
                new Setting(one.key(), one.value(), one.source(), Optional.ofNullable(idle.get(one.key())))));
        return new NodeReport(node, status, List.copyOf(all.values()));
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
        return node.address().map(Object::toString);
    }

    /** When it was last heard of. */
    public Optional<Instant> lastContact() {
        return status.lastContact();
    }
}
