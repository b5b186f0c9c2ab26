package org.perceus.vnfs.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.tar.TarEntry;
import org.perceus.vnfs.internal.tar.TarReader;
import org.perceus.vnfs.internal.tar.TarWriter;

/** A tar archive with some of the entries of a canonical archive, made while it is read. For one thread. */
final class PartialTar extends InputStream {
    private final InputStream whole;
    private final TarReader reader;
    private final RootTree tree;
    private final Map<Inode, String> firstNames;
    private final RootSelection selection;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final TarWriter writer = new TarWriter(written);
    private InputStream current = InputStream.nullInputStream();
    private boolean ended;

    /** @param whole the canonical archive of the tree, not compressed; closed with this stream */
    PartialTar(InputStream whole, RootTree tree, RootSelection selection) {
        this.whole = whole;
        this.reader = new TarReader(whole, Long.MAX_VALUE, new Meter(Progress.none(), "", 0));
        this.tree = tree;
        this.firstNames = tree.firstNames();
        this.selection = selection;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = current.read(buffer, offset, length);
        while (count < 0 && !ended) {
            current = next();
            count = current.read(buffer, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }

    private InputStream next() throws IOException {
        Optional<TarEntry> entry = reader.next();
        while (entry.isPresent()
                && !selection.takes(RootArchive.path(entry.get().name()))) {
            entry = reader.next();
        }
        if (entry.isPresent()) {
            return stream(entry.get());
        }
        ended = true;
        writer.end();
        return taken();
    }

    private InputStream stream(TarEntry entry) throws IOException {
        String path = RootArchive.path(entry.name());
        Inode inode = tree.at(path).orElseThrow();
        if (entry.hardLink().isPresent()) {
            writer.link(path, inode, firstNames.get(inode));
            return taken();
        }
        writer.entry(path, inode);
        InputStream header = taken();
        writer.pad(inode);
        return new SequenceInputStream(Collections.enumeration(List.of(header, reader.stored(), taken())));
    }

    /** What was written since the last call. */
    private InputStream taken() {
        InputStream bytes = new ByteArrayInputStream(written.toByteArray());
        written.reset();
        return bytes;
    }
}
