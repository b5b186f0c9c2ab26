package org.perceus.vnfs.internal.cpio;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.perceus.vnfs.internal.ContentCopy;
import org.perceus.vnfs.internal.RootArchive;
import org.perceus.vnfs.internal.RootSelection;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;

/**
 * Writes a root as an initramfs: a newc archive, its inodes numbered in the order of the names. Of several names of a
 * file the first carries the content, which the kernel takes as well as the last.
 */
public final class InitramfsWriter {
    private static final String FOLDER = ".perceus";
    private static final String XATTRS = FOLDER + "/xattrs.tar";
    private static final int PRIVATE = 0600;

    private final RootTree tree;
    private final RootSelection selection;
    private final Map<Inode, Integer> linkCounts;
    private final Path scratch;
    private final Meter meter;

    /**
     * Prepares.
     *
     * @param tree the root
     * @param selection what of it goes in
     * @param scratch an empty file to work with, for the caller to delete
     * @param meter hears of bytes of content
     * @throws IOException with a sentence when the format cannot hold the root
     */
    public InitramfsWriter(RootTree tree, RootSelection selection, Path scratch, Meter meter) throws IOException {
        this.tree = tree;
        this.selection = selection;
        this.linkCounts = tree.linkCounts();
        this.scratch = scratch;
        this.meter = meter;
        for (Map.Entry<String, Inode> entry : tree.entries().entrySet()) {
            long size = XattrArchive.isAlone(entry.getValue())
                    ? entry.getValue().stored()
                    : entry.getValue().size();
            if (size > NewcWriter.LARGEST_FILE && selection.takes(entry.getKey())) {
                throw new IOException(ByteNames.shown("/" + entry.getKey()) + " has "
                        + size + " bytes, but an initramfs holds only files of less than 4 GiB:"
                        + " take it out of the root, or use a method that does not run in RAM");
            }
        }
    }

    /** Writes all. */
    public void write(RootArchive archive, OutputStream out) throws IOException {
        NewcWriter cpio = new NewcWriter(out);
        Numbers numbers = new Numbers(tree);
        ContentCopy copy = new ContentCopy(meter);
        try (XattrArchive xattrs = new XattrArchive(new BufferedOutputStream(Files.newOutputStream(scratch)), tree)) {
            archive.visit(tree, (path, inode, stored) -> {
                if (path.equals(XATTRS) || !selection.takes(path)) {
                    return;
                }
                boolean first = numbers.isNew(inode);
                long size = length(inode, first);
                cpio.entry(path, inode, numbers.of(inode), links(inode), size);
                boolean marked = xattrs.begin(path, inode);
                if (inode.kind() == Kind.SYMLINK) {
                    cpio.out().write(ByteNames.bytes(inode.target()));
                } else if (first && XattrArchive.isAlone(inode)) {
                    copy.copy(path, stored, inode.stored(), xattrs.out());
                } else if (first && marked) {
                    copy.copy(path, inode.data().fill(stored), size, cpio.out(), xattrs.out());
                } else if (first) {
                    copy.copy(path, inode.data().fill(stored), size, cpio.out());
                }
                cpio.pad();
                xattrs.end();
            });
        }
        appendXattrs(cpio, numbers, copy);
        cpio.end();
        meter.end();
    }

    private void appendXattrs(NewcWriter cpio, Numbers numbers, ContentCopy copy) throws IOException {
        long size = Files.size(scratch);
        if (size == 0) {
            return;
        }
        if (size > NewcWriter.LARGEST_FILE) {
            throw new IOException("the files with extended attributes or large holes have " + size
                    + " bytes together, but an initramfs holds only files of less than 4 GiB; the largest is "
                    + ByteNames.shown("/" + largest())
                    + ": take it out of the root, or use a method that does not run in RAM");
        }
        Inode folder = Inode.impliedFolder();
        if (!selection.takes(FOLDER)) {
            cpio.entry(FOLDER, folder, numbers.of(folder), links(folder), 0);
        }
        Inode file = new Inode(Kind.REGULAR, PRIVATE, 0, 0, 0, size, 0, 0, "", Inode.NO_ATTRIBUTES, 0);
        cpio.entry(XATTRS, file, numbers.of(file), 1, size);
        try (InputStream content = Files.newInputStream(scratch)) {
            copy.copy(XATTRS, content, size, cpio.out());
        }
        cpio.pad();
    }

    private String largest() {
        return tree.entries().entrySet().stream()
                .filter(entry -> selection.takes(entry.getKey()) && XattrArchive.takes(tree, entry.getValue()))
                .max(Comparator.comparingLong(entry -> entry.getValue().stored()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private int links(Inode inode) {
        return inode.kind() == Kind.FOLDER ? 2 : linkCounts.getOrDefault(inode, 1);
    }

    /** Bytes of an entry; the kernel makes symbolic links by every name of theirs. */
    private static long length(Inode inode, boolean first) {
        if (inode.kind() == Kind.SYMLINK) {
            return inode.target().length();
        }
        return first && !XattrArchive.isAlone(inode) ? inode.size() : 0;
    }
}
