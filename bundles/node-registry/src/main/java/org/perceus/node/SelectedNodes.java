package org.perceus.node;

import java.util.List;

/**
 * What an expression names. Immutable.
 *
 * @param nodes those that there are, without repetition in the natural order of their names
 * @param missing names in ranges of the expression that no node has, in their natural order
 */
public record SelectedNodes(List<Node> nodes, List<Name> missing) {
    /** Copies both. */
    public SelectedNodes {
        nodes = List.copyOf(nodes);
        missing = List.copyOf(missing);
    }
}
