package org.perceus.node;

import java.util.List;

/**
 * What an expression names. Immutable.
 *
 * @param nodes those that there are, without repetition in the natural order of their names
 * @param missing what ranges of the expression stand for and names no node, written as it would be alone: names,
 *     globs, and groups with their {@code @}; in their natural order
 */
public record SelectedNodes(List<Node> nodes, List<String> missing) {
    /** Copies both. */
    public SelectedNodes {
        nodes = List.copyOf(nodes);
        missing = List.copyOf(missing);
    }
}
