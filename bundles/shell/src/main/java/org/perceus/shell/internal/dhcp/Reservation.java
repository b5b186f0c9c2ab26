package org.perceus.shell.internal.dhcp;

import java.util.stream.Stream;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;

/**
 * A card that another DHCP server gives its address. Immutable.
 *
 * @param mac the card
 * @param address its address
 * @param name the host name of its node
 */
public record Reservation(MacAddress mac, Ipv4Address address, String name) {
    /** Those of a node in a subnet: of the card with its MAC, and of others that have an address of their own there. */
    public static Stream<Reservation> of(Node node, Subnet subnet) {
        return Stream.concat(
                        node.address().stream()
                                .map(address -> new Reservation(
                                        node.mac(), address, node.name().value())),
                        node.cards().stream().flatMap(card -> card.addresses().stream()
                                .map(address -> new Reservation(
                                        card.mac(), address, node.name().value()))))
                .filter(one -> subnet.contains(one.address()));
    }
}
