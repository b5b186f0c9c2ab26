package org.perceus.node;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.address.Ipv4Address;

/**
 * A further network card of a node, by which its firmware may boot as well. Immutable.
 *
 * @param mac its MAC
 * @param addresses its own addresses, of one network each; on a network where it has none, it has the node's
 */
public record NetworkCard(MacAddress mac, List<Ipv4Address> addresses) {
    /** Cards of a node, beside the first; more are hardly of one machine. */
    public static final int MOST = 16;

    /** Copies the addresses. */
    public NetworkCard {
        addresses = List.copyOf(addresses);
    }

    /** The same at an address, and no other. */
    public NetworkCard at(Ipv4Address address) {
        return new NetworkCard(mac, List.of(address));
    }

    /**
     * Reads cards that are separated by white space: each a MAC, and behind {@code =} its addresses, separated by commas.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when the text is malformed
     */
    public static List<NetworkCard> parse(String text) {
        List<NetworkCard> cards = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            int equals = word.indexOf('=');
            MacAddress mac = MacAddress.parse(equals < 0 ? word : word.substring(0, equals));
            cards.add(new NetworkCard(mac, equals < 0 ? List.of() : addresses(word.substring(equals + 1))));
        }
        if (cards.size() > MOST) {
            throw new IllegalArgumentException(
                    cards.size() + " cards are more than the " + MOST + " that a node can have");
        }
        return List.copyOf(cards);
    }

    private static List<Ipv4Address> addresses(String text) {
        return Stream.of(text.split(",", -1))
                .map(Ipv4Address::parse)
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .toList();
    }

    /** A text that {@link #parse} reads. */
    public static String text(List<NetworkCard> cards) {
        return cards.stream().map(NetworkCard::toString).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return addresses.isEmpty()
                ? mac.toString()
                : mac + "=" + addresses.stream().map(Ipv4Address::toString).collect(Collectors.joining(","));
    }
}
