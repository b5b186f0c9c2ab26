package org.perceus.node.internal.state;

import java.net.Inet4Address;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;

/** All nodes at one moment, found by any of their keys in constant time. Immutable. */
public final class NodeIndex {
    private final List<Node> sorted;
    private final Map<MacAddress, Node> byMac;
    private final Map<Name, Node> byName;
    private final Map<Inet4Address, Node> byAddress;
    private final SortedMap<Name, SortedMap<SettingKey, String>> groups;

    /** Copies all of it. */
    NodeIndex(
            Map<MacAddress, Node> byMac,
            SortedMap<Name, Node> byName,
            Map<Inet4Address, Node> byAddress,
            Map<Name, SortedMap<SettingKey, String>> groups) {
        this.sorted = List.copyOf(byName.values());
        this.byMac = new HashMap<>(byMac);
        this.byName = new HashMap<>(byName);
        this.byAddress = new HashMap<>(byAddress);
        SortedMap<Name, SortedMap<SettingKey, String>> all = new TreeMap<>(groups);
        sorted.stream()
                .map(Node::group)
                .distinct()
                .forEach(group -> all.putIfAbsent(group, Collections.emptySortedMap()));
        this.groups = Collections.unmodifiableSortedMap(all);
    }

    static NodeIndex empty() {
        return new NodeIndex(Map.of(), Collections.emptySortedMap(), Map.of(), Map.of());
    }

    public List<Node> nodes() {
        return sorted;
    }

    Optional<Node> node(MacAddress mac) {
        return Optional.ofNullable(byMac.get(mac));
    }

    Optional<Node> node(Name name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Node> node(Inet4Address address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    public SortedMap<Name, SortedMap<SettingKey, String>> groups() {
        return groups;
    }
}
