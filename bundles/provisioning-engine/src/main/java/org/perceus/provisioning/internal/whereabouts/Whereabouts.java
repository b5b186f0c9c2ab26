package org.perceus.provisioning.internal.whereabouts;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.StrangerLeases;
import org.perceus.node.StrangerLeases.Lease;
import org.perceus.node.StrangerLeases.Result.Refused;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.internal.stranger.Fate;
import org.perceus.provisioning.internal.stranger.Sightings;

/**
 * Finds out whether a machine is at the address that it asks from. Where another DHCP server gives the addresses, the registry
 * follows it: the kernel's table of neighbours says which machine is there, or the relay that passed on its request. Thread-safe.
 */
@Component(service = Whereabouts.class)
public final class Whereabouts {
    private final NodeRegistry registry;
    private final NodeAdmin admin;
    private final StrangerLeases leases;
    private final NeighbourTable neighbours;
    private final TakenAddresses taken;
    private final ServedInterfaces interfaces;
    private final Sightings sightings;

    private record Asking(MacAddress mac, Ipv4Address peer, URI server) {}

    @Activate
    public Whereabouts(
            @Reference NodeRegistry registry,
            @Reference NodeAdmin admin,
            @Reference StrangerLeases leases,
            @Reference NeighbourTable neighbours,
            @Reference TakenAddresses taken,
            @Reference ServedInterfaces interfaces,
            @Reference Sightings sightings) {
        this.registry = registry;
        this.admin = admin;
        this.leases = leases;
        this.neighbours = neighbours;
        this.taken = taken;
        this.interfaces = interfaces;
        this.sightings = sightings;
    }

    /**
     * Where a machine is that asks from an address by a connection.
     *
     * @param server base of the URLs by which it reaches this server
     */
    public CompletionStage<Located> locate(MacAddress mac, Ipv4Address peer, URI server) {
        RegistrySnapshot snapshot = registry.snapshot();
        Asking asking = new Asking(mac, peer, server);
        Optional<Node> node = snapshot.nodeOf(mac);
        if (isKnownThere(mac, node, peer)) {
            return here(asking, node);
        }
        Optional<Network> network = snapshot.network(peer);
        if (network.isEmpty()) {
            return refused(
                    asking,
                    "it asks from an address that is in no provisioning network",
                    "configure a network that has " + peer + ", in etc/org.perceus.node.network-NAME.cfg");
        }
        if (network.get().pool().isPresent()) {
            return refused(
                    asking,
                    "it asks from an address that this server did not give it",
                    "have this server's DHCP answer it at " + peer
                            + ", or take the pool out of etc/org.perceus.node.network-"
                            + network.get().name() + ".cfg where another server gives the addresses");
        }
        return taken.has(mac, peer)
                ? follow(asking, node)
                : neighbours.at(peer).thenCompose(found -> follow(asking, node, found));
    }

    /** What a machine is told that asks for a boot which it did not begin: users of a node can ask by a connection, too. */
    public Located.Nowhere unbegun(MacAddress mac, Ipv4Address peer, URI server) {
        return note(
                new Asking(mac, peer, server),
                "it asks for a boot without having asked this server for an address",
                "boot it by its network card, or have its boot loader ask by DHCP; if it did not boot, a user of it asked");
    }

    private boolean isKnownThere(MacAddress mac, Optional<Node> node, Ipv4Address peer) {
        return node.isPresent()
                ? node.get().has(peer)
                : leases.find(mac).map(Lease::address).equals(Optional.of(peer));
    }

    private CompletionStage<Located> follow(Asking asking, Optional<Node> node, Optional<HardwareAddress> found) {
        String peer = asking.peer().toString();
        if (found.isEmpty()) {
            return refused(
                    asking,
                    "it asks from behind a router, and nothing says that it has that address",
                    "say so: "
                            + node.map(known -> "'perceus node set address=" + peer + " " + known.name() + "'")
                                    .orElse("'perceus node add --address " + peer + " " + asking.mac() + "'"));
        }
        return found.get().value() == asking.mac().value()
                ? follow(asking, node)
                : refused(
                        asking,
                        "it asks from an address where another card is",
                        "look at what sends it: at " + peer + " is " + found.get()
                                + ", and the card that boots must be the one that is asked by");
    }

    private CompletionStage<Located> follow(Asking asking, Optional<Node> node) {
        if (node.isPresent()) {
            return admin.given(asking.mac(), asking.peer()).thenCompose(result -> followed(asking, node, result));
        }
        return leases.given(asking.mac(), asking.peer()) instanceof Refused refused
                ? refused(asking, refused.reason(), refused.remedy())
                : here(asking, node);
    }

    private CompletionStage<Located> followed(Asking asking, Optional<Node> node, ChangeResult result) {
        return result instanceof Rejected rejected
                ? refused(asking, rejected.reason(), "give it or the other one another address")
                : here(asking, node);
    }

    /** @param sentence without addresses, as machines that have it in common are counted by it */
    private CompletionStage<Located> refused(Asking asking, String sentence, String remedy) {
        return CompletableFuture.completedStage(note(asking, sentence, remedy));
    }

    private Located.Nowhere note(Asking asking, String sentence, String remedy) {
        sightings.noteByHttp(asking.mac(), asking.peer(), asking.server(), Fate.lost(sentence, remedy));
        return new Located.Nowhere(sentence + " (" + asking.peer() + ")");
    }

    private CompletionStage<Located> here(Asking asking, Optional<Node> node) {
        boolean isServed = registry.snapshot()
                .network(asking.peer())
                .filter(network -> interfaces.giveAddresses(asking.server().getHost(), network))
                .isPresent();
        return CompletableFuture.completedStage(
                new Located.Here(node.map(Node::mac).orElse(asking.mac()), isServed));
    }
}
