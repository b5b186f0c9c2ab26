package org.perceus.node.internal.state;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.perceus.address.Ipv4Address;
import org.perceus.ledger.Difference;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.network.NetworkSet;
import org.perceus.node.internal.pool.AddressPool;
import org.perceus.node.internal.pool.NamePattern;
import org.perceus.node.internal.pool.NamePool;

/**
 * What changes are decided on: the nodes and groups, and what is left to give to others. Immutable.
 *
 * @param index the nodes and groups
 * @param names the names that are free, once they were asked for
 * @param addresses the addresses that are free in the networks that were asked for
 */
public record RegistryState(NodeIndex index, Optional<NamePool> names, Map<Network, AddressPool> addresses) {
    private static final RegistryState EMPTY = new RegistryState(NodeIndex.empty(), Optional.empty(), HashMap.empty());

    public static RegistryState empty() {
        return EMPTY;
    }

    /** The state with what became of a node or a group. */
    public RegistryState with(Difference difference) {
        if (difference.topic().equals(Documents.GROUP)) {
            return with(
                    new Name(difference.key()),
                    Documents.settings(difference.after().orElse("")));
        }
        MacAddress mac = MacAddress.parse(difference.key());
        return difference.after().map(text -> with(Documents.node(mac, text))).orElseGet(() -> index.node(mac)
                .map(this::without)
                .orElse(this));
    }

    /** With a node, in the place of the one that has its MAC. */
    public RegistryState with(Node node) {
        RegistryState rest = index.node(node.mac()).map(this::without).orElse(this);
        return new RegistryState(
                rest.index.with(node),
                rest.names.map(pool -> pool.take(node.name())),
                changed(rest.addresses, node, AddressPool::take));
    }

    public RegistryState without(Node node) {
        return new RegistryState(
                index.without(node),
                names.map(pool -> pool.release(node.name())),
                changed(addresses, node, AddressPool::release));
    }

    private static Map<Network, AddressPool> changed(
            Map<Network, AddressPool> pools, Node node, BiFunction<AddressPool, Ipv4Address, AddressPool> change) {
        Map<Network, AddressPool> changed = pools;
        for (Ipv4Address address : (Iterable<Ipv4Address>) node.addresses()::iterator) {
            changed = changed.mapValues(pool -> change.apply(pool, address));
        }
        return changed;
    }

    /** With the settings of a group; none when they are empty. */
    public RegistryState with(Name group, SortedMap<SettingKey, String> settings) {
        return new RegistryState(index.with(group, settings), names, addresses);
    }

    /** The same, which knows the free names of a pattern. */
    public RegistryState knowing(NamePattern pattern) {
        return names.filter(pool -> pool.pattern().equals(pattern)).isPresent()
                ? this
                : new RegistryState(index, Optional.of(NamePool.of(pattern, index.names())), addresses);
    }

    /** The same, which knows the free addresses of these networks and no others. */
    public RegistryState knowing(NetworkSet networks) {
        if (addresses.size() == networks.all().size() && networks.all().stream().allMatch(addresses::containsKey)) {
            return this;
        }
        Map<Network, AddressPool> pools = HashMap.empty();
        for (Network network : networks.all()) {
            pools = pools.put(
                    network, addresses.get(network).getOrElse(() -> AddressPool.of(network, index.addresses())));
        }
        return new RegistryState(index, names, pools);
    }
}
