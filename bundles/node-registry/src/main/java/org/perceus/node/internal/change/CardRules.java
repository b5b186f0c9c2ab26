package org.perceus.node.internal.change;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.NetworkCard;
import org.perceus.node.Node;

/**
 * What cards a node can have.
 *
 * @param transaction the nodes that there are
 * @param owner whose cards they are to be
 */
record CardRules(RegistryTransaction transaction, MacAddress owner) {
    /** Why it cannot have them, as a sentence. */
    Optional<String> objection(List<NetworkCard> cards) {
        Set<Object> seen = new HashSet<>(Set.of(owner));
        return cards.stream()
                .flatMap(card -> Stream.concat(
                        objection(card, seen).stream(),
                        card.addresses().stream().flatMap(address -> objection(address, seen).stream())))
                .findFirst();
    }

    private Optional<String> objection(NetworkCard card, Set<Object> seen) {
        if (!seen.add(card.mac())) {
            return Optional.of(card.mac() + " is a card of the node already");
        }
        return transaction
                .nodeOf(card.mac())
                .filter(this::isAnother)
                .map(other -> card.mac() + " is a card of node " + other.name()
                        + " already: delete that, or take the card from it");
    }

    private Optional<String> objection(Ipv4Address address, Set<Object> seen) {
        if (!seen.add(address)) {
            return Optional.of("two cards would have the address " + address);
        }
        Optional<Node> holder = transaction.node(address);
        return holder.filter(this::isAnother)
                .map(other -> address + " belongs to node " + other.name() + " already")
                .or(() -> holder.isPresent()
                        ? Optional.empty()
                        : transaction.addressRules().objection(address));
    }

    private boolean isAnother(Node node) {
        return !node.mac().equals(owner);
    }
}
