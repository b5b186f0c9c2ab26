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
     * @param objections all that is wrong with the entries of a list, in their order; none when the change had no list
     */
    record Rejected(String reason, List<Objection> objections) implements ChangeResult {
        /** Copies the objections. */
        public Rejected {
            objections = List.copyOf(objections);
        }

        /** Rejects something else than entries of a list. */
        public Rejected(String reason) {
            this(reason, List.of());
        }
    }
}
