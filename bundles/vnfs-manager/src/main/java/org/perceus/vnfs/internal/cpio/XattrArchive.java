package org.perceus.vnfs.internal.cpio;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.tar.TarWriter;

/**
 * Writes what cpio cannot hold to a tar archive of its own: files that have extended attributes or times beyond its bounds, those of which much is
 * holes, and symbolic links of several names, which the kernel makes one by one; nothing at all when there are none. The folders that they
 * are in go with them, as unpacking changes their times. Labels of SELinux alone do not count: every file of a labelled root has one, the archive would
 * be as large as the root, and a node labels its files by its own policy when it starts.
 */
final class XattrArchive implements Closeable {
    private static final long MANY_HOLES = 1 << 20;
    private static final String LABEL = "SCHILY.xattr.security.selinux";

    private final OutputStream out;
    private final TarWriter tar;
    private final RootTree tree;
    private final Map<Inode, String> firstNames = new IdentityHashMap<>();
    private final Set<String> folders = new HashSet<>();
    private boolean any;
    private Optional<Inode> open = Optional.empty();

    /** Writes to a stream and closes it at the end. */
    XattrArchive(OutputStream out, RootTree tree) {
        this.out = out;
        this.tar = new TarWriter(out);
        this.tree = tree;
    }

    OutputStream out() {
        return out;
    }

    /** Whether a file is so much holes that this archive alone has its content, as the kernel would write zeros there. */
    static boolean isAlone(Inode inode) {
        return inode.data().holes() >= MANY_HOLES;
    }

    /** Whether a file has to be here. */
    static boolean takes(RootTree tree, Inode inode) {
        boolean oddTime = inode.mtime() < 0 || inode.mtime() > NewcWriter.LATEST_TIME;
        boolean linkedLink = inode.kind() == Kind.SYMLINK && tree.isLinked(inode);
        return isAlone(inode)
                || oddTime
                || linkedLink
                || inode.attributes().keySet().stream().anyMatch(keyword -> !keyword.equals(LABEL));
    }

    /** Begins an entry when the file has to be here; tells whether it did, and wants the data if there is any. */
    boolean begin(String path, Inode inode) throws IOException {
        boolean wanted = takes(tree, inode);
        open = Optional.of(isAlone(inode) ? inode : inode.filled()).filter(written -> wanted);
        if (wanted) {
            any = true;
            writeFolders(path);
            String first = tree.isLinked(inode) ? firstNames.putIfAbsent(inode, path) : null;
            if (first != null) {
                tar.link(path, inode, first);
                open = Optional.empty();
            } else if (inode.kind() != Kind.FOLDER || folders.add(path)) {
                tar.entry(path, open.get());
            }
        }
        return wanted;
    }

    /** The root itself keeps no time, as the starter is in it. */
    private void writeFolders(String path) throws IOException {
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            String folder = path.substring(0, end);
            if (folders.add(folder)) {
                tar.entry(folder, tree.at(folder).orElseThrow());
            }
        }
    }

    /** Ends the entry that was begun, if it was. */
    void end() throws IOException {
        if (open.isPresent()) {
            tar.pad(open.get());
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
