package org.perceus.provisioning.internal.boot;

import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootClient;
import org.perceus.boot.Firmware.Loader;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.OwnAddresses;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.internal.boot.Offers.Guest;
import org.perceus.provisioning.internal.boot.Outcome.Misplaced;
import org.perceus.provisioning.internal.boot.Outcome.Unserved;
import org.perceus.provisioning.internal.stranger.Fate;

/** What nodes are told that ask for an address. Thread-safe. */
@Component(service = NodeAnswers.class)
public final class NodeAnswers {
    private final NodeRegistry registry;
    private final Offers offers;
    private final PlainRequests plainRequests;
    private final OwnAddresses own;

    @Activate
    public NodeAnswers(
            @Reference NodeRegistry registry,
            @Reference Offers offers,
            @Reference PlainRequests plainRequests,
            @Reference OwnAddresses own) {
        this.registry = registry;
        this.offers = offers;
        this.plainRequests = plainRequests;
        this.own = own;
    }

    /** @param card which of its cards asks */
    Outcome answer(Node node, MacAddress card, BootClient client) {
        RegistrySnapshot snapshot = registry.snapshot();
        if (client.firmware().loader() == Loader.NONE) {
            plainRequests.note(node.mac());
        }
        Optional<Network> network = snapshot.network(client.link());
        if (node.addresses().findAny().isEmpty()) {
            return Unserved.lost("node " + node.name() + " has no address", "give it one: " + command(node));
        }
        Optional<Ipv4Address> found = network.flatMap(one -> node.address(card, one.subnet()));
        if (found.isEmpty()) {
            return new Misplaced(Fate.lost(
                    "node " + node.name() + " has the address "
                            + node.addresses().map(Ipv4Address::toString).collect(Collectors.joining(", "))
                            + ", which is not one of the network it asks on",
                    "give it another: " + command(node)));
        }
        Ipv4Address address = found.get();
        if (own.addresses().contains(address)) {
            return Unserved.lost(
                    "node " + node.name() + " has " + address + ", this server's own address",
                    "give it another: " + command(node));
        }
        Guest guest = new Guest(
                node.mac(),
                Optional.of(node.name()),
                address,
                network.get(),
                network.get().lease());
        return client.firmware().loader() == Loader.NONE || startsFromItsDisk(node, snapshot)
                ? offers.address(guest, client)
                : offers.boot(guest, client);
    }

    private static String command(Node node) {
        return "'perceus node set address=ADDRESS " + node.name() + "'";
    }

    /** What is to be done once is told by the script of iPXE, as a DHCP packet may be anybody's. */
    static boolean startsFromItsDisk(Node node, RegistrySnapshot snapshot) {
        return BootChoice.next(node).isEmpty() && BootChoice.of(node, snapshot) == BootChoice.DISK;
    }
}
