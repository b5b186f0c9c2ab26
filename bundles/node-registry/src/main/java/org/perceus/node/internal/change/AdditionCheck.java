package org.perceus.node.internal.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.Objection;
import org.perceus.node.SettingRules.Owner;
import org.perceus.node.internal.network.AddressRules;
import org.perceus.node.internal.pool.NameRules;

/** Finds all that is wrong with a list of new nodes. For one list; belongs to the store's thread. */
final class AdditionCheck {
    private final RegistryTransaction transaction;
    private final boolean merging;
    private final AddressRules addresses;
    private final Map<Object, Integer> places = new HashMap<>();
    private final List<Objection> objections = new ArrayList<>();

    /** @param merging whether a node may be there already */
    AdditionCheck(RegistryTransaction transaction, boolean merging) {
        this.transaction = transaction;
        this.merging = merging;
        this.addresses = transaction.addressRules();
    }

    List<Objection> objections(List<NodeSpec> specs) {
        for (int i = 0; i < specs.size(); i++) {
            check(i + 1, specs.get(i));
        }
        return objections;
    }

    private void check(int entry, NodeSpec spec) {
        unique(entry, spec.mac(), spec.mac().toString());
        object(
                entry,
                transaction
                        .nodeOf(spec.mac())
                        .filter(node -> !merging || !node.mac().equals(spec.mac()))
                        .map(node -> spec.mac() + (node.mac().equals(spec.mac()) ? " is node " : " is a card of node ")
                                + node.name() + " already"));
        spec.name().ifPresent(name -> {
            unique(entry, name, name.value());
            object(
                    entry,
                    other(transaction.node(name), spec)
                            .map(node -> "the name " + name + " belongs to " + node.mac() + " already"));
            object(entry, NameRules.objection(name));
        });
        spec.address().ifPresent(address -> checkAddress(entry, spec, address));
        spec.cards().forEach(card -> {
            unique(entry, card.mac(), card.mac().toString());
            card.addresses().forEach(address -> unique(entry, address, address.toString()));
        });
        object(entry, new CardRules(transaction, spec.mac()).objection(spec.cards()));
        spec.settings().forEach((key, value) -> object(entry, transaction.objection(key, value, Owner.NODE)));
    }

    private void checkAddress(int entry, NodeSpec spec, Ipv4Address address) {
        String text = address.toString();
        unique(entry, address, text);
        if (transaction.node(spec.mac()).flatMap(Node::address).equals(Optional.of(address))) {
            return;
        }
        Optional<Node> owner = other(transaction.node(address), spec);
        object(
                entry,
                owner.map(node -> text + " belongs to node " + node.name() + " already")
                        .or(() -> addresses.objection(address)));
    }

    private static Optional<Node> other(Optional<Node> owner, NodeSpec spec) {
        return owner.filter(node -> !node.mac().equals(spec.mac()));
    }

    private void unique(int entry, Object key, String text) {
        Integer earlier = places.putIfAbsent(key, entry);
        if (earlier != null) {
            objections.add(new Objection(entry, text + " is given in", OptionalInt.of(earlier)));
        }
    }

    private void object(int entry, Optional<String> reason) {
        reason.ifPresent(text -> objections.add(new Objection(entry, text)));
    }
}
