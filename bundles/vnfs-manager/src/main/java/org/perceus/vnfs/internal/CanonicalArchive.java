package org.perceus.vnfs.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.Map;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.source.RootSource;
import org.perceus.vnfs.internal.tar.TarWriter;

/** Writes a root as the one tar archive that stands for it: sorted, the first name of a file with its content. */
final class CanonicalArchive {
    private CanonicalArchive() {}

    static void write(RootSource source, OutputStream out, Meter meter) throws IOException {
        RootTree tree = source.tree();
        TarWriter tar = new TarWriter(out);
        ContentCopy copy = new ContentCopy(meter);
        Map<Inode, String> firstNames = new IdentityHashMap<>();
        for (Map.Entry<String, Inode> entry : tree.entries().entrySet()) {
            String path = entry.getKey();
            Inode inode = entry.getValue();
            String first = tree.isLinked(inode) ? firstNames.putIfAbsent(inode, path) : null;
            if (first != null) {
                tar.link(path, inode, first);
                continue;
            }
            tar.entry(path, inode);
            if (inode.kind() == Kind.REGULAR) {
                try (InputStream stored = source.stored(path, inode)) {
                    copy.copy(path, stored, inode.stored(), out);
                }
                tar.pad(inode);
            }
        }
        tar.end();
        meter.end();
    }
}
