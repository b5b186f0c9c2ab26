package org.perceus.vnfs.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.tar.TarEntry;
import org.perceus.vnfs.internal.tar.TarReader;

/** A root in a tar archive, in whatever order; contents are spooled, so the archive is read only once. */
final class ArchiveSource implements RootSource {
    private final RootTree tree;
    private final Spool spool;

    private ArchiveSource(RootTree tree, Spool spool) {
        this.tree = tree;
        this.spool = spool;
    }

    static ArchiveSource open(InputStream tar, Spool spool, Limits limits, Meter meter) throws IOException {
        RootTree tree = new RootTree(limits);
        TarReader reader = new TarReader(tar, limits.bytes(), meter);
        for (Optional<TarEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            TarEntry here = entry.get();
            Inode inode = here.inode();
            if (here.hardLink().isPresent()) {
                tree.link(here.name(), here.hardLink().get());
            } else {
                tree.add(here.name(), inode.at(spool.position()));
                spool.append(reader.content());
            }
        }
        tree.complete();
        spool.flush();
        meter.end();
        return new ArchiveSource(tree, spool);
    }

    @Override
    public RootTree tree() {
        return tree;
    }

    @Override
    public InputStream content(String path, Inode inode) {
        return spool.read(inode.position(), inode.size());
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
