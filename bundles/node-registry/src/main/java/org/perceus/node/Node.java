package org.perceus.node;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.perceus.address.IpAddress;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;

/**
 * A machine as the registry knows it. Immutable.
 *
 * @param mac its identity
 * @param name its host name, unique in the registry
 * @param group the group whose settings it inherits
 * @param address its address on the provisioning network, unique in the registry; empty when its network has no room
 * @param approved whether it may be provisioned
 * @param settings its own settings, without those of its group; values are free text of one line, at most 8192
 *     characters
 * @param cards the cards that it has beside the one with its MAC, as far as it may boot by them; each of one node alone
 */
public record Node(
        MacAddress mac,
        Name name,
        Name group,
        Optional<Ipv4Address> address,
        boolean approved,
        SortedMap<SettingKey, String> settings,
        List<NetworkCard> cards) {
    /** Copies the settings and the cards. */
    public Node {
        Objects.requireNonNull(mac, "mac");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(address, "address");
        settings = settings.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        cards = List.copyOf(cards);
    }

    /** One that boots by one card. */
    public Node(
            MacAddress mac,
            Name name,
            Name group,
            Optional<Ipv4Address> address,
            boolean approved,
            SortedMap<SettingKey, String> settings) {
        this(mac, name, group, address, approved, settings, List.of());
    }

    /** The same node at another address, or at none. */
    public Node at(Optional<Ipv4Address> other) {
        return new Node(mac, name, group, other, approved, settings, cards);
    }

    /** The same with an address that another DHCP server gave one of its cards. */
    public Node at(Ipv4Address given, MacAddress card) {
        if (card.equals(mac)) {
            return at(Optional.of(given));
        }
        List<NetworkCard> moved = cards.stream()
                .map(one -> one.mac().equals(card) ? one.at(given) : one)
                .toList();
        return new Node(mac, name, group, address, approved, settings, moved);
    }

    /** Whether it has a card. */
    public boolean has(MacAddress card) {
        return mac.equals(card) || cards.stream().anyMatch(one -> one.mac().equals(card));
    }

    /** Whether one of its cards has an address. */
    public boolean has(IpAddress one) {
        return addresses().anyMatch(one::equals);
    }

    /** All addresses of all its cards, the node's own first. */
    public Stream<Ipv4Address> addresses() {
        return Stream.concat(address.stream(), cards.stream().flatMap(card -> card.addresses().stream()));
    }

    /** What a card of it is given in a subnet: the card's own address there, else the node's, if that lies there. */
    public Optional<Ipv4Address> address(MacAddress card, Subnet subnet) {
        return cards.stream()
                .filter(one -> one.mac().equals(card))
                .flatMap(one -> one.addresses().stream())
                .filter(subnet::hasHost)
                .findFirst()
                .or(() -> address.filter(subnet::hasHost));
    }
}
