package org.perceus.node.internal.registry;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;

/** Adds nodes. What their specifications name is set apart first, so no node is given what a later one asks for. */
record Addition(List<NodeSpec> specs) implements Change {
    Addition {
        specs = List.copyOf(specs);
    }

    @Override
    public ChangeResult decide(Draft draft) {
        Optional<String> objection = objection(draft);
        if (objection.isPresent()) {
            return new Rejected(objection.get());
        }
        Iterator<Name> names = draft.freeNames();
        Set<Name> namesAsked = new HashSet<>();
        Set<Inet4Address> addressesAsked = new HashSet<>();
        specs.forEach(spec -> {
            spec.name().ifPresent(namesAsked::add);
            spec.address().ifPresent(addressesAsked::add);
        });
        FreeAddresses addresses = new FreeAddresses(draft);
        List<Node> nodes = new ArrayList<>(specs.size());
        for (NodeSpec spec : specs) {
            Optional<Name> name = spec.name().or(() -> next(names, namesAsked));
            Optional<Inet4Address> address = spec.address().or(() -> next(addresses, addressesAsked));
            if (name.isEmpty()) {
                return new Rejected(at(nodes.size()) + "no name is left: all of "
                        + draft.policy().names() + " are taken");
            }
            if (address.isEmpty()) {
                return new Rejected(at(nodes.size()) + "no address is left in the pools of the networks, "
                        + AddressRules.known(draft.networks()));
            }
            Name group = spec.group().orElse(draft.policy().group());
            nodes.add(new Node(spec.mac(), name.get(), group, address, true, Collections.emptySortedMap()));
        }
        nodes.forEach(draft::put);
        return new Changed(nodes);
    }

    private Optional<String> objection(Draft draft) {
        Map<Object, Integer> places = new HashMap<>();
        for (int i = 0; i < specs.size(); i++) {
            NodeSpec spec = specs.get(i);
            List<Object> keys = new ArrayList<>(List.of(spec.mac()));
            spec.name().ifPresent(keys::add);
            spec.address().ifPresent(keys::add);
            for (Object key : keys) {
                Integer earlier = places.putIfAbsent(key, i);
                if (earlier != null) {
                    return Optional.of(at(i) + text(key) + " is given to entry " + (earlier + 1) + " already");
                }
            }
            Optional<String> objection = taken(draft, spec)
                    .or(() -> spec.name().flatMap(NameRules::objection))
                    .or(() -> spec.address().flatMap(a -> AddressRules.objection(draft.networks(), a)));
            if (objection.isPresent()) {
                return Optional.of(at(i) + objection.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> taken(Draft draft, NodeSpec spec) {
        return draft.node(spec.mac())
                .map(node -> spec.mac() + " is node " + node.name() + " already")
                .or(() -> spec.name()
                        .flatMap(draft::node)
                        .map(node -> "the name " + node.name() + " belongs to " + node.mac() + " already"))
                .or(() -> spec.address()
                        .flatMap(draft::node)
                        .map(node -> text(spec.address().get()) + " belongs to node " + node.name() + " already"));
    }

    private static <T> Optional<T> next(Iterator<T> free, Set<T> asked) {
        while (free.hasNext()) {
            T next = free.next();
            if (!asked.contains(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private static String at(int index) {
        return "Entry " + (index + 1) + ": ";
    }

    private static String text(Object key) {
        return key instanceof Inet4Address address ? address.getHostAddress() : key.toString();
    }
}
