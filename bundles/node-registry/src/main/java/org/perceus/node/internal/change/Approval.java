package org.perceus.node.internal.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;

/** Lets nodes be provisioned. */
public record Approval(Collection<MacAddress> nodes) implements Request {
    public Approval {
        nodes = new LinkedHashSet<>(nodes);
    }

    @Override
    public ChangeResult decide(RegistryTransaction transaction) {
        List<Node> approved = new ArrayList<>(nodes.size());
        for (MacAddress mac : nodes) {
            Optional<Node> node = transaction.node(mac);
            if (node.isEmpty()) {
                return Request.missing(mac);
            }
            Node was = node.get();
            approved.add(new Node(mac, was.name(), was.group(), was.address(), true, was.settings(), was.cards()));
        }
        approved.forEach(transaction::put);
        return new Changed(approved);
    }
}
