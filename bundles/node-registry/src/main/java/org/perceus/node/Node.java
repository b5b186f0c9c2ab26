package org.perceus.node;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.address.Ipv4Address;

/**
 * A machine as the registry knows it. Immutable.
 *
 * @param mac its identity
 * @param name its host name, unique in the registry
 * @param group the group whose settings it inherits
 * @param address its address on the provisioning network, unique in the registry; empty when its network has no room
 * @param approved whether it may be provisioned
 * @param settings its own settings, without those of its group; values are free text of one line, at most 8192
 *     characters
 */
public record Node(
        MacAddress mac,
        Name name,
        Name group,
        Optional<Ipv4Address> address,
        boolean approved,
        SortedMap<SettingKey, String> settings) {
    /** Copies the settings. */
    public Node {
        Objects.requireNonNull(mac, "mac");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(address, "address");
        settings = settings.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** The same node at another address, or at none. */
    public Node at(Optional<Ipv4Address> other) {
        return new Node(mac, name, group, other, approved, settings);
    }
}
