package org.perceus.provisioning.internal.boot;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.StrangerLeases;
import org.perceus.node.StrangerLeases.Lease;

/**
 * Says to which of several networks on one wire a machine belongs: a node where its card has an address, another machine where it
 * is lent one; those that have none, and say none, belong to the first that has an address for them. Thread-safe.
 */
@Component(service = SharedLinks.class)
public final class SharedLinks {
    private final NodeRegistry registry;
    private final StrangerLeases leases;

    @Activate
    public SharedLinks(@Reference NodeRegistry registry, @Reference StrangerLeases leases) {
        this.registry = registry;
        this.leases = leases;
    }

    /**
     * The link of a machine.
     *
     * @param held the address that it says it has
     * @param links addresses of the networks, at least one
     */
    Ipv4Address of(MacAddress mac, Optional<Ipv4Address> held, List<Ipv4Address> links) {
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<Node> node = snapshot.nodeOf(mac);
        Predicate<Network> settled = node.isPresent()
                ? network -> node.get().address(mac, network.subnet()).isPresent()
                : network -> leases.find(mac)
                        .map(Lease::address)
                        .filter(network.subnet()::hasHost)
                        .isPresent();
        return first(links, snapshot, settled)
                .or(() -> first(links, snapshot, network -> held.filter(network.subnet()::hasHost)
                        .isPresent()))
                .or(() -> links.stream().filter(leases::hasRoom).findFirst())
                .or(() -> first(links, snapshot, network -> network.pool().isPresent()))
                .orElse(links.get(0));
    }

    private static Optional<Ipv4Address> first(
            List<Ipv4Address> links, RegistrySnapshot snapshot, Predicate<Network> which) {
        return links.stream()
                .filter(link -> snapshot.network(link).filter(which).isPresent())
                .findFirst();
    }
}
