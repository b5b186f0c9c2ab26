package org.perceus.vnfs.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.tar.TarEntry;
import org.perceus.vnfs.internal.tar.TarReader;

/** Reads the canonical archive of a root. */
public final class RootArchive {
    private static final int BUFFER = 1 << 17;

    private final Path file;

    RootArchive(Path file) {
        this.file = file;
    }

    /** Hears of one entry. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * An entry.
         *
         * @param path without slashes at its ends
         * @param inode the file, the same instance for all its names
         * @param stored its data without holes, for the first name of a regular file; else empty
         */
        void entry(String path, Inode inode, InputStream stored) throws IOException;
    }

    /** All names and files. */
    RootTree tree() throws IOException {
        RootTree tree = new RootTree(Limits.none());
        each((entry, stored) -> {
            if (entry.hardLink().isPresent()) {
                tree.link(entry.name(), entry.hardLink().get());
            } else {
                tree.add(entry.name(), entry.inode());
            }
        });
        return tree;
    }

    /** Goes through the entries of a tree that {@link #tree} has given, in the order of the archive. */
    public void visit(RootTree tree, Visitor visitor) throws IOException {
        each((entry, stored) -> {
            String path = path(entry.name());
            visitor.entry(path, tree.at(path).orElseThrow(), stored);
        });
    }

    /** Hears of one entry as it stands there. */
    private interface RawVisitor {
        void entry(TarEntry entry, InputStream stored) throws IOException;
    }

    /** The archive, decompressed. */
    InputStream open() throws IOException {
        return new BufferedInputStream(Compression.from(Files.newInputStream(file)), BUFFER);
    }

    private void each(RawVisitor visitor) throws IOException {
        try (InputStream in = open()) {
            TarReader reader = new TarReader(in, Long.MAX_VALUE, new Meter(Progress.none(), "", 0));
            for (Optional<TarEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                visitor.entry(entry.get(), reader.stored());
            }
        }
    }

    /** The path in the root that an entry of a canonical archive stands for. */
    static String path(String name) {
        String path = name.substring("./".length());
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
