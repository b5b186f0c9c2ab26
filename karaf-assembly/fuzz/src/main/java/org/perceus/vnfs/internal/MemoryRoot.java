package org.perceus.vnfs.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.source.RootSource;

/** A root whose files are in memory. */
final class MemoryRoot implements RootSource {
    private final RootTree tree = new RootTree(Limits.none());
    private final Map<Inode, byte[]> contents = new IdentityHashMap<>();

    void file(String path, byte[] content) throws SourceRejected {
        Inode inode = new Inode(Kind.REGULAR, 0755, 0, 0, 0, content.length, 0, 0, "", Inode.NO_ATTRIBUTES, 0);
        contents.put(inode, content);
        tree.add(path, inode);
    }

    void link(String path, String target) throws SourceRejected {
        tree.add(path, new Inode(Kind.SYMLINK, 0777, 0, 0, 0, 0, 0, 0, target, Inode.NO_ATTRIBUTES, 0));
    }

    @Override
    public RootTree tree() {
        return tree;
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public InputStream stored(String path, Inode inode) {
        return new ByteArrayInputStream(contents.get(inode));
    }

    @Override
    public void close() {
        // nothing is open
    }
}
