package org.perceus.module.files.tree;

import java.util.List;
import java.util.Optional;
import org.perceus.provisioning.spi.NodeView;

/** For which nodes a tree of files is. Immutable. */
final class Scope {
    private static final Scope ALL = new Scope("all");
    private static final List<String> KINDS = List.of("capsule", "group", "node");

    private final String folder;

    private Scope(String folder) {
        this.folder = folder;
    }

    /** The scopes that hold for a node, the widest first: what a later one has wins. */
    static List<Scope> of(NodeView node) {
        return List.of(
                ALL,
                new Scope("capsule/" + node.capsule().name()),
                new Scope("group/" + node.group()),
                new Scope("node/" + node.name()));
    }

    /** The scope that a path in the folder of the site's files belongs to; empty for one that belongs to none. */
    static Optional<Scope> ofPath(String path) {
        String[] parts = path.split("/", 3);
        if (parts[0].equals(ALL.folder())) {
            return Optional.of(ALL);
        }
        return parts.length > 1 && KINDS.contains(parts[0])
                ? Optional.of(new Scope(parts[0] + "/" + parts[1]))
                : Optional.empty();
    }

    /** Whether a path is a folder that scopes are in. */
    static boolean isKind(String path) {
        return KINDS.contains(path);
    }

    /** Its folder in the folder of the site's files. */
    String folder() {
        return folder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scope scope && scope.folder.equals(folder);
    }

    @Override
    public int hashCode() {
        return folder.hashCode();
    }

    @Override
    public String toString() {
        return folder;
    }
}
