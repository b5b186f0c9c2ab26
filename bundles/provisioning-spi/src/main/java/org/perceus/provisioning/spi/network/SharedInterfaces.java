package org.perceus.provisioning.spi.network;

import java.util.Optional;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.network.InterfaceAddress.Follows;

/** Interfaces that several nodes have by one setting. */
final class SharedInterfaces {
    private SharedInterfaces() {}

    /** What all of them would have and one alone can, and what to say instead; empty when there is nothing of that. */
    static Optional<String> objection(Interfaces interfaces) {
        return interfaces.all().stream()
                .flatMap(one -> Stream.concat(address(one).stream(), card(one).stream()))
                .findFirst();
    }

    private static Optional<String> address(Interface one) {
        return one.addresses().stream()
                .filter(address -> address.follows() == Follows.NOTHING)
                .map(address -> one.name() + " would have the address " + address.base() + " on each of the nodes: use "
                        + network(address) + "+host for one that follows the node's own address, or "
                        + network(address) + "+number for one that follows the number in its name")
                .findFirst();
    }

    private static Optional<String> card(Interface one) {
        return one.kind() instanceof InterfaceKind.Card card
                ? card.mac()
                        .map(
                                mac -> one.name() + " is the card with the MAC " + mac
                                        + ", which one of the nodes has: leave mac= out and call the card as the nodes' system does, such as enp3s0, or set it for that node alone")
                : Optional.empty();
    }

    private static String network(InterfaceAddress address) {
        return Ipv4.read(address.base()).orElseThrow().network(address.prefixLength()) + "/" + address.prefixLength();
    }
}
