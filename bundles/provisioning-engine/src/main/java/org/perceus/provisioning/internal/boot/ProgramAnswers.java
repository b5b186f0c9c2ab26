package org.perceus.provisioning.internal.boot;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.BootClient;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.internal.boot.Outcome.Left;
import org.perceus.provisioning.internal.boot.Outcome.Unserved;

/**
 * What machines are told to boot that another server gives their address. Nothing is kept of those that are no nodes: they are
 * known once iPXE comes for its script. Thread-safe.
 */
@Component(service = ProgramAnswers.class)
public final class ProgramAnswers {
    private final NodeRegistry registry;
    private final Offers offers;

    @Activate
    public ProgramAnswers(@Reference NodeRegistry registry, @Reference Offers offers) {
        this.registry = registry;
        this.offers = offers;
    }

    Outcome answer(MacAddress mac, BootClient client) {
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<Network> network = snapshot.network(client.link());
        if (network.isEmpty()) {
            return Unserved.lost(
                    "no provisioning network has " + client.link() + ", where it asks",
                    "configure one in etc/org.perceus.node.network-NAME.cfg, without a pool");
        }
        if (network.get().pool().isPresent()) {
            return Unserved.lost(
                    "network " + network.get().name()
                            + " has a pool, but its interface leaves the addresses to another server",
                    "take the pool out of the network's configuration, or serve the interface with dhcp = full");
        }
        Optional<Node> node = snapshot.nodeOf(mac);
        return node.filter(known -> NodeAnswers.startsFromItsDisk(known, snapshot))
                .<Outcome>map(known -> new Left(known.name() + " starts from its disk"))
                .orElseGet(() -> offers.program(
                        node.map(Node::mac).orElse(mac), node.map(Node::name).map(Name::value), client));
    }
}
