package org.perceus.node.internal.change;

import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.Node;

/** Has a node follow the DHCP server of a network that gives the addresses in our place. */
public record GivenAddress(MacAddress mac, Inet4Address address) implements Request {
    @Override
    public ChangeResult decide(RegistryTransaction transaction) {
        Optional<Node> known = transaction.node(mac);
        if (known.isEmpty()) {
            return Request.missing(mac);
        }
        if (known.get().address().equals(Optional.of(address))) {
            return new Changed(List.of(known.get()));
        }
        Optional<String> objection = objection(transaction, mac, address);
        if (objection.isPresent()) {
            return new Rejected(objection.get());
        }
        Node node = known.get().at(Optional.of(address));
        transaction.put(node);
        return new Changed(List.of(node));
    }

    /** Why a machine cannot have an address that it was given elsewhere, as a sentence. */
    static Optional<String> objection(RegistryTransaction transaction, MacAddress mac, Inet4Address address) {
        return transaction
                .addressRules()
                .objection(address)
                .or(() -> ofNetwork(transaction, address))
                .or(() -> transaction
                        .node(address)
                        .filter(other -> !other.mac().equals(mac))
                        .map(other -> ofNode(other, address)));
    }

    private static Optional<String> ofNetwork(RegistryTransaction transaction, Inet4Address address) {
        return transaction
                .networks()
                .containing(address)
                .filter(network -> network.pool().isPresent())
                .map(GivenAddress::hasPool);
    }

    private static String hasPool(Network network) {
        return "network " + network.name()
                + " has a pool, so its addresses are given by this server alone: take the pool out of its configuration where"
                + " another DHCP server gives them";
    }

    private static String ofNode(Node other, Inet4Address address) {
        return address.getHostAddress() + " is the address of node " + other.name()
                + ": if that has another one now, say so with 'perceus node set address= " + other.name() + "'";
    }
}
