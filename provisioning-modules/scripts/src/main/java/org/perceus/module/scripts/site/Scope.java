package org.perceus.module.scripts.site;

import java.util.List;
import org.perceus.provisioning.spi.NodeView;

/**
 * A set of nodes that a script is for.
 *
 * @param kind how they are chosen
 * @param name of the capsule, group or node; empty for all
 */
public record Scope(Kind kind, String name) {
    /** How nodes are chosen; what is of a later one overrides what is of an earlier one. */
    public enum Kind {
        ALL,
        CAPSULE,
        GROUP,
        NODE
    }

    /** The scopes that a node is in, in ascending precedence. */
    static List<Scope> of(NodeView node) {
        return List.of(
                new Scope(Kind.ALL, ""),
                new Scope(Kind.CAPSULE, node.capsule().name()),
                new Scope(Kind.GROUP, node.group()),
                new Scope(Kind.NODE, node.name()));
    }
}
