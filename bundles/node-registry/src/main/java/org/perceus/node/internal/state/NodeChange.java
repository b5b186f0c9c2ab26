package org.perceus.node.internal.state;

import java.util.Optional;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;

/**
 * A node before and after a change.
 *
 * @param before empty when the node is new
 * @param after empty when the node is gone
 */
public record NodeChange(Optional<Node> before, Optional<Node> after) {
    public MacAddress mac() {
        return before.or(() -> after).orElseThrow().mac();
    }

    public NodeChange reversed() {
        return new NodeChange(after, before);
    }
}
