package org.perceus.vnfs.internal.cpio;

import java.util.IdentityHashMap;
import java.util.Map;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.RootTree;

/** Gives inode numbers from 1 on in the order in which files are met. */
final class Numbers {
    private final RootTree tree;
    private final Map<Inode, Integer> linked = new IdentityHashMap<>();
    private int last;

    Numbers(RootTree tree) {
        this.tree = tree;
    }

    /** Whether a file was not met under another name. */
    boolean isNew(Inode inode) {
        return !linked.containsKey(inode);
    }

    /** The number of a file; of one with a single name, which it is asked for once, the next. */
    int of(Inode inode) {
        return tree.isLinked(inode) ? linked.computeIfAbsent(inode, key -> ++last) : ++last;
    }
}
