package org.perceus.node.internal.state;

import java.net.Inet4Address;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.network.NetworkSet;
import org.perceus.node.internal.pool.AddressPool;
import org.perceus.node.internal.pool.NamePattern;
import org.perceus.node.internal.pool.NamePool;

/** The nodes and groups as the next snapshot will show them. Belongs to the store's thread. */
public final class RegistryState {
    private final Map<MacAddress, Node> byMac = new HashMap<>();
    private final SortedMap<Name, Node> byName = new TreeMap<>();
    private final Map<Inet4Address, Node> byAddress = new HashMap<>();
    private final Map<Name, SortedMap<SettingKey, String>> groups = new HashMap<>();
    private final Map<Network, AddressPool> addressPools = new HashMap<>();
    private Optional<NamePool> namePool = Optional.empty();

    public Optional<Node> node(MacAddress mac) {
        return Optional.ofNullable(byMac.get(mac));
    }

    public Optional<Node> node(Name name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Node> node(Inet4Address address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    public SortedMap<SettingKey, String> group(Name group) {
        return groups.getOrDefault(group, Collections.emptySortedMap());
    }

    public Iterator<Name> freeNames(NamePattern pattern) {
        NamePool pool =
                namePool.filter(known -> known.isOf(pattern)).orElseGet(() -> new NamePool(pattern, byName.keySet()));
        namePool = Optional.of(pool);
        return pool.free();
    }

    /** @param networks those of the site: the pools of others are forgotten */
    public AddressPool addresses(Network network, NetworkSet networks) {
        addressPools.keySet().retainAll(networks.all());
        return addressPools.computeIfAbsent(network, missing -> new AddressPool(missing, byAddress.keySet()));
    }

    public void apply(NodeChange change) {
        change.before().ifPresent(this::remove);
        change.after().ifPresent(this::put);
    }

    public void apply(GroupChange change) {
        if (change.after().isEmpty()) {
            groups.remove(change.group());
        } else {
            groups.put(change.group(), change.after());
        }
    }

    public NodeIndex freeze() {
        return new NodeIndex(byMac, byName, byAddress, groups);
    }

    private void put(Node node) {
        byMac.put(node.mac(), node);
        byName.put(node.name(), node);
        namePool.ifPresent(pool -> pool.take(node.name()));
        node.address().ifPresent(address -> {
            byAddress.put(address, node);
            addressPools.values().forEach(pool -> pool.take(address));
        });
    }

    private void remove(Node node) {
        byMac.remove(node.mac());
        byName.remove(node.name());
        namePool.ifPresent(pool -> pool.release(node.name()));
        node.address().ifPresent(address -> {
            byAddress.remove(address);
            addressPools.values().forEach(pool -> pool.release(address));
        });
    }
}
