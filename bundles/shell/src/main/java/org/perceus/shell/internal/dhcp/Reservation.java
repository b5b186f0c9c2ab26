package org.perceus.shell.internal.dhcp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.node.MacAddress;
import org.perceus.node.NetworkCard;
import org.perceus.node.Node;

/**
 * A card that another DHCP server gives its address. Immutable.
 *
 * @param mac the card
 * @param address its address
 * @param name the host name of its node
 * @param label what no other reservation is called
 */
public record Reservation(MacAddress mac, Ipv4Address address, String name, String label) {
    /** Those of a node in a subnet: of the card with its MAC, and of others that have an address of their own there. */
    public static Stream<Reservation> of(Node node, Subnet subnet) {
        String name = node.name().value();
        List<Reservation> all = new ArrayList<>();
        node.address().ifPresent(address -> all.add(new Reservation(node.mac(), address, name, name)));
        for (NetworkCard card : node.cards()) {
            card.addresses()
                    .forEach(address -> all.add(new Reservation(card.mac(), address, name, name + "-" + all.size())));
        }
        return all.stream().filter(one -> subnet.hasHost(one.address()));
    }
}
