package org.perceus.node.internal.registry;

import java.util.Optional;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;

/**
 * A node before and after a change.
 *
 * @param before empty when the node is new
 * @param after empty when the node is gone
 */
record NodeChange(Optional<Node> before, Optional<Node> after) {
    MacAddress mac() {
        return before.or(() -> after).orElseThrow().mac();
    }

    NodeChange reversed() {
        return new NodeChange(after, before);
    }
}
