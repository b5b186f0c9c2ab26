package org.perceus.provisioning.internal.http;

import java.net.URI;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HttpRequest;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.internal.os.StageOne;

/**
 * A machine that asks what to load. Immutable.
 *
 * @param name what it is called on its console
 * @param card the card that boots
 * @param address its address
 * @param network its network
 * @param os the Perceus OS that it could load
 * @param server base of the URLs by which it reaches this server
 */
record NetworkStart(String name, BootCard card, Ipv4Address address, Network network, StageOne os, URI server) {
    /**
     * A node's, at the address that it asks from.
     *
     * @param card as above
     * @return empty when that is no address of it, or is in no network
     */
    static Optional<NetworkStart> of(
            Node node, BootCard card, RegistrySnapshot snapshot, StageOne os, HttpRequest request) {
        return node.addresses().filter(request.peer()::equals).findFirst().flatMap(address -> snapshot.network(address)
                .map(network -> new NetworkStart(node.name().value(), card, address, network, os, request.server())));
    }
}
