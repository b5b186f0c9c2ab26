package org.perceus.node.internal.change;

import java.util.List;
import java.util.Optional;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;

/** Puts another machine in the place of a node's. */
public record Replacement(MacAddress old, MacAddress by) implements Request {
    @Override
    public ChangeResult decide(RegistryTransaction transaction) {
        Optional<Node> node = transaction.node(old);
        if (node.isEmpty()) {
            return Request.missing(old);
        }
        if (old.equals(by)) {
            return new Rejected(by + " is the machine of node " + node.get().name() + " already");
        }
        Optional<Node> found = transaction.nodeOf(by);
        if (found.filter(other -> !other.mac().equals(by)).isPresent()) {
            return new Rejected(by + " is a card of node " + found.get().name() + ": take it from its cards first");
        }
        if (found.filter(other -> !other.settings().isEmpty()).isPresent()) {
            return new Rejected(by + " is node " + found.get().name()
                    + ", which has settings of its own: delete it first if it is to be given up");
        }
        Node there = node.get();
        transaction.remove(there);
        Node now = new Node(by, there.name(), there.group(), there.address(), there.approved(), there.settings());
        transaction.put(now);
        return new Changed(List.of(now));
    }
}
