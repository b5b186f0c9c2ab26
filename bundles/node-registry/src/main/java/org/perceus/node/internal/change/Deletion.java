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

/** Forgets nodes. */
public record Deletion(Collection<MacAddress> nodes) implements Request {
    public Deletion {
        nodes = new LinkedHashSet<>(nodes);
    }

    @Override
    public ChangeResult decide(RegistryTransaction transaction) {
        List<Node> deleted = new ArrayList<>(nodes.size());
        for (MacAddress mac : nodes) {
            Optional<Node> node = transaction.node(mac);
            if (node.isEmpty()) {
                return Request.missing(mac);
            }
            deleted.add(node.get());
        }
        deleted.forEach(transaction::remove);
        return new Changed(deleted);
    }
}
