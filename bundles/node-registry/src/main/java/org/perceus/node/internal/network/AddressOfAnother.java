package org.perceus.node.internal.network;

import java.util.Optional;
import java.util.function.Function;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.Node;

/**
 * An address that another DHCP server gave a machine.
 *
 * @param mac of the machine
 */
public record AddressOfAnother(MacAddress mac, Ipv4Address address) {
    /**
     * Why the machine cannot have it.
     *
     * @param reason why
     * @param remedy what to do about it
     */
    public record Objection(String reason, String remedy) {}

    /**
     * What is to be said against it beside {@link AddressRules}.
     *
     * @param network of the address
     * @param holder who has an address now
     */
    public Optional<Objection> objection(Optional<Network> network, Function<Ipv4Address, Optional<Node>> holder) {
        return network.filter(one -> one.pool().isPresent())
                .map(AddressOfAnother::hasPool)
                .or(() -> holder.apply(address).filter(other -> !other.has(mac)).map(this::ofNode));
    }

    private static Objection hasPool(Network network) {
        return new Objection(
                "network " + network.name() + " has a pool, so its addresses are given by this server alone",
                "take the pool out of its configuration where another DHCP server gives them");
    }

    private Objection ofNode(Node other) {
        return new Objection(
                address + " is the address of node " + other.name(),
                "if that has another one now, say so with 'perceus node set address= " + other.name() + "'");
    }
}
