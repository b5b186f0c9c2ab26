package org.perceus.node;

import java.util.List;

/** What became of a change. */
public sealed interface ChangeResult {
    /**
     * The change is durable and visible in the snapshot.
     *
     * @param nodes the nodes concerned, as they are now (as they were, for a deletion), in the order of the request
     */
    record Changed(List<Node> nodes) implements ChangeResult {}

    /**
     * Nothing was changed.
     *
     * @param reason one sentence for the administrator
     */
    record Rejected(String reason) implements ChangeResult {}
}
