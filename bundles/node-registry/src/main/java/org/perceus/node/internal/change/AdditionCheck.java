package org.perceus.node.internal.change;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.Objection;
import org.perceus.node.SettingRules.Owner;
import org.perceus.node.internal.network.AddressRules;
import org.perceus.node.internal.pool.NameRules;

/** Finds all that is wrong with a list of new nodes. For one list; belongs to the store's thread. */
final class AdditionCheck {
    private final Draft draft;
    private final AddressRules addresses;
    private final Map<Object, Integer> places = new HashMap<>();
    private final List<Objection> objections = new ArrayList<>();

    AdditionCheck(Draft draft) {
        this.draft = draft;
        this.addresses = draft.addressRules();
    }

    List<Objection> objections(List<NodeSpec> specs) {
        for (int i = 0; i < specs.size(); i++) {
            check(i + 1, specs.get(i));
        }
        return objections;
    }

    private void check(int entry, NodeSpec spec) {
        unique(entry, spec.mac(), spec.mac().toString());
        object(entry, draft.node(spec.mac()).map(node -> spec.mac() + " is node " + node.name() + " already"));
        spec.name().ifPresent(name -> {
            unique(entry, name, name.value());
            object(entry, draft.node(name).map(node -> "the name " + name + " belongs to " + node.mac() + " already"));
            object(entry, NameRules.objection(name));
        });
        spec.address().ifPresent(address -> checkAddress(entry, address));
        spec.settings().forEach((key, value) -> object(entry, draft.objection(key, value, Owner.NODE)));
    }

    private void checkAddress(int entry, Inet4Address address) {
        String text = address.getHostAddress();
        unique(entry, address, text);
        Optional<Node> owner = draft.node(address);
        object(
                entry,
                owner.map(node -> text + " belongs to node " + node.name() + " already")
                        .or(() -> addresses.objection(address)));
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
