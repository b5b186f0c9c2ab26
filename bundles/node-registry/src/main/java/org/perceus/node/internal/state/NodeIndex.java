package org.perceus.node.internal.state;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.NetworkCard;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;

/** All nodes and groups at one moment, found by any of their keys. Immutable; what differs from another is all it costs. */
public final class NodeIndex {
    private static final NodeIndex EMPTY = new NodeIndex(
            HashMap.empty(), HashMap.empty(), TreeMap.empty(), HashMap.empty(), TreeMap.empty(), TreeMap.empty());

    private final Map<MacAddress, Node> byMac;
    /** By those of their cards that do not have their MAC. */
    private final Map<MacAddress, Node> byCard;

    private final SortedMap<Name, Node> byName;
    private final Map<Ipv4Address, Node> byAddress;
    private final SortedMap<Name, java.util.SortedMap<SettingKey, String>> settings;
    private final SortedMap<Name, Integer> members;
    private volatile List<Node> nodes;
    private volatile java.util.SortedMap<Name, java.util.SortedMap<SettingKey, String>> groups;

    private NodeIndex(
            Map<MacAddress, Node> byMac,
            Map<MacAddress, Node> byCard,
            SortedMap<Name, Node> byName,
            Map<Ipv4Address, Node> byAddress,
            SortedMap<Name, java.util.SortedMap<SettingKey, String>> settings,
            SortedMap<Name, Integer> members) {
        this.byMac = byMac;
        this.byCard = byCard;
        this.byName = byName;
        this.byAddress = byAddress;
        this.settings = settings;
        this.members = members;
    }

    public static NodeIndex empty() {
        return EMPTY;
    }

    /** In the natural order of their names; made when it is asked for first. */
    public List<Node> nodes() {
        List<Node> known = nodes;
        if (known == null) {
            known = List.copyOf(byName.values().toJavaList());
            nodes = known;
        }
        return known;
    }

    public Optional<Node> node(MacAddress mac) {
        return byMac.get(mac).toJavaOptional();
    }

    public Optional<Node> nodeOf(MacAddress card) {
        return byMac.get(card).orElse(() -> byCard.get(card)).toJavaOptional();
    }

    public Optional<Node> node(Name name) {
        return byName.get(name).toJavaOptional();
    }

    public Optional<Node> node(Ipv4Address address) {
        return byAddress.get(address).toJavaOptional();
    }

    /** The settings of a group, which need not have any. */
    public java.util.SortedMap<SettingKey, String> group(Name name) {
        return settings.getOrElse(name, Collections.emptySortedMap());
    }

    /** The groups that have nodes or settings; made when it is asked for first. */
    public java.util.SortedMap<Name, java.util.SortedMap<SettingKey, String>> groups() {
        java.util.SortedMap<Name, java.util.SortedMap<SettingKey, String>> known = groups;
        if (known == null) {
            java.util.SortedMap<Name, java.util.SortedMap<SettingKey, String>> all = new java.util.TreeMap<>();
            members.keySet().forEach(name -> all.put(name, Collections.emptySortedMap()));
            settings.forEach((name, own) -> all.put(name, own));
            known = Collections.unmodifiableSortedMap(all);
            groups = known;
        }
        return known;
    }

    Iterable<Name> names() {
        return byName.keySet();
    }

    Iterable<Ipv4Address> addresses() {
        return byAddress.keySet();
    }

    /** With a node whose cards, name and addresses no other has. */
    NodeIndex with(Node node) {
        return new NodeIndex(
                byMac.put(node.mac(), node),
                node.cards().isEmpty()
                        ? byCard
                        : byCard.merge(HashMap.ofAll(node.cards().stream(), NetworkCard::mac, card -> node)),
                byName.put(node.name(), node),
                io.vavr.collection.List.ofAll(node.addresses())
                        .foldLeft(byAddress, (all, address) -> all.put(address, node)),
                settings,
                members.put(node.group(), members.getOrElse(node.group(), 0) + 1));
    }

    NodeIndex without(Node node) {
        int left = members.getOrElse(node.group(), 0) - 1;
        return new NodeIndex(
                byMac.remove(node.mac()),
                node.cards().isEmpty()
                        ? byCard
                        : byCard.removeAll(
                                node.cards().stream().map(NetworkCard::mac).toList()),
                byName.remove(node.name()),
                byAddress.removeAll(node.addresses().toList()),
                settings,
                left > 0 ? members.put(node.group(), left) : members.remove(node.group()));
    }

    NodeIndex with(Name group, java.util.SortedMap<SettingKey, String> own) {
        return new NodeIndex(
                byMac,
                byCard,
                byName,
                byAddress,
                own.isEmpty() ? settings.remove(group) : settings.put(group, own),
                members);
    }
}
