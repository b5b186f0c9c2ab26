package org.perceus.vnfs.internal.cpio;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.Map;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.tar.TarWriter;

/**
 * Writes the files that have extended attributes, which cpio cannot hold, to a tar archive of their own; nothing at all
 * when there are none. Labels of SELinux alone do not count: every file of a labelled root has one, the archive would
 * be as large as the root, and a node labels its files by its own policy when it starts.
 */
final class XattrArchive implements Closeable {
    private static final String LABEL = "SCHILY.xattr.security.selinux";

    private final OutputStream out;
    private final TarWriter tar;
    private final RootTree tree;
    private final Map<Inode, String> firstNames = new IdentityHashMap<>();
    private boolean any;
    private boolean open;

    /** Writes to a stream and closes it at the end. */
    XattrArchive(OutputStream out, RootTree tree) {
        this.out = out;
        this.tar = new TarWriter(out);
        this.tree = tree;
    }

    OutputStream out() {
        return out;
    }

    /** Begins an entry when the file has attributes; tells whether it did, and wants the content if there is any. */
    boolean begin(String path, Inode inode) throws IOException {
        open = inode.attributes().keySet().stream().anyMatch(keyword -> !keyword.equals(LABEL));
        if (open) {
            any = true;
            String first = tree.isLinked(inode) ? firstNames.putIfAbsent(inode, path) : null;
            if (first == null) {
                tar.entry(path, inode);
            } else {
                tar.link(path, inode, first);
            }
        }
        return open;
    }

    /** Ends the entry that was begun, if it was. */
    void end(long size) throws IOException {
        if (open) {
            tar.pad(size);
        }
    }

    @Override
    public void close() throws IOException {
        if (any) {
            tar.end();
        }
        out.close();
    }
}
