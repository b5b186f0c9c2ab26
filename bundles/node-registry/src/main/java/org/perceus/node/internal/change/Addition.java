package org.perceus.node.internal.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.perceus.address.Ipv4Address;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.Objection;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.network.AddressRules;

/**
 * Adds nodes. What their specifications name is set apart first, so no node is given what a later one asks for. Where there
 * are several networks, a node whose address is not said gets one when it asks, as only then it is known in which network it is.
 *
 * @param specs what is said of them
 * @param merging whether nodes that are there are changed, and not refused
 */
public record Addition(List<NodeSpec> specs, boolean merging) implements Request {
    public Addition {
        specs = List.copyOf(specs);
    }

    @Override
    public ChangeResult decide(RegistryTransaction transaction) {
        List<Objection> objections = new AdditionCheck(transaction, merging).objections(specs);
        if (!objections.isEmpty()) {
            return rejected(objections);
        }
        Iterator<Name> names = transaction.freeNames();
        Set<Name> namesAsked = new HashSet<>();
        Set<Ipv4Address> addressesAsked = transaction.addressRules().reserved();
        specs.forEach(spec -> {
            spec.name().ifPresent(namesAsked::add);
            spec.address().ifPresent(addressesAsked::add);
            spec.cards().forEach(card -> addressesAsked.addAll(card.addresses()));
        });
        boolean later = transaction.networks().all().size() > 1;
        Iterator<Ipv4Address> addresses = transaction.networks().all().stream()
                .findFirst()
                .map(network -> transaction.addresses(network).free())
                .orElseGet(Collections::emptyIterator);
        List<Node> nodes = new ArrayList<>(specs.size());
        for (NodeSpec spec : specs) {
            Optional<Node> there = transaction.node(spec.mac());
            if (there.isPresent()) {
                nodes.add(changed(there.get(), spec));
                continue;
            }
            Optional<Name> name = spec.name().or(() -> next(names, free -> !namesAsked.contains(free)));
            Optional<Ipv4Address> address = spec.address();
            if (address.isEmpty() && !later) {
                address = next(
                        addresses, free -> !addressesAsked.contains(free) && !transaction.isLent(free, spec.mac()));
            }
            if (name.isEmpty()) {
                return rejected(List.of(new Objection(
                        nodes.size() + 1,
                        "no name is left: all of " + transaction.policy().names() + " are taken")));
            }
            if (address.isEmpty() && !later) {
                return rejected(List.of(new Objection(
                        nodes.size() + 1,
                        "no address is left in the pools of the networks, "
                                + AddressRules.known(transaction.networks()))));
            }
            Name group = spec.group().orElse(transaction.policy().group());
            nodes.add(new Node(spec.mac(), name.get(), group, address, true, spec.settings(), spec.cards()));
        }
        nodes.forEach(transaction::put);
        return new Changed(nodes);
    }

    private static Node changed(Node node, NodeSpec spec) {
        SortedMap<SettingKey, String> settings = new TreeMap<>(node.settings());
        settings.putAll(spec.settings());
        return new Node(
                node.mac(),
                spec.name().orElse(node.name()),
                spec.group().orElse(node.group()),
                spec.address().or(node::address),
                node.approved(),
                settings,
                spec.cards().isEmpty() ? node.cards() : spec.cards());
    }

    private static <T> Optional<T> next(Iterator<T> free, Predicate<T> usable) {
        while (free.hasNext()) {
            T next = free.next();
            if (usable.test(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private static Rejected rejected(List<Objection> objections) {
        Objection first = objections.get(0);
        return new Rejected("Entry " + first.entry() + ": " + first.text(place -> "entry " + place), objections);
    }
}
