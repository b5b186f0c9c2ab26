package org.perceus.vnfs.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.attribute.AccountNames;
import org.perceus.vnfs.internal.attribute.Attributes;
import org.perceus.vnfs.internal.attribute.Losses;
import org.perceus.vnfs.internal.root.Extents;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.tar.TarEntry;
import org.perceus.vnfs.internal.tar.TarReader;

/** A root in a tar archive, in whatever order; contents are spooled, so the archive is read only once. */
final class ArchiveSource implements RootSource {
    private static final int LARGEST_ACCOUNTS = RootView.LARGEST_TEXT;

    private final RootTree tree;
    private final Spool spool;
    private final Losses losses = new Losses();

    private ArchiveSource(RootTree tree, Spool spool) throws IOException {
        this.tree = tree;
        this.spool = spool;
        Attributes attributes = new Attributes(accounts("etc/passwd"), accounts("etc/group"), losses);
        tree.refine(attributes::inOneForm);
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
                long position = spool.position();
                Extents data = HoleFinder.find(inode.data(), reader.stored(), spool, limits);
                tree.add(here.name(), inode.at(data, position));
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
    public List<Finding> findings() {
        return losses.findings();
    }

    @Override
    public InputStream stored(String path, Inode inode) {
        return spool.read(inode.position(), inode.stored());
    }

    private AccountNames accounts(String path) throws IOException {
        Optional<Inode> file = tree.resolve(path).flatMap(tree::at).filter(inode -> inode.kind() == Kind.REGULAR);
        if (file.isEmpty()) {
            return new AccountNames(new byte[0]);
        }
        try (InputStream content = content(path, file.get())) {
            return new AccountNames(content.readNBytes(LARGEST_ACCOUNTS));
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
