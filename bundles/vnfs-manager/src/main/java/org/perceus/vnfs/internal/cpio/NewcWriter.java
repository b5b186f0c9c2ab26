package org.perceus.vnfs.internal.cpio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;

/** Writes the newc cpio format, the one that kernels unpack as an initramfs. Content goes to {@link #out}. */
final class NewcWriter {
    static final long LARGEST_FILE = 0xffffffffL;
    static final long LATEST_TIME = 0xffffffffL;

    private static final String TRAILER = "TRAILER!!!";
    private static final int WORD = 4;
    private static final int BLOCK = 512;

    private final CountingOutput out;

    /** Writes to a stream, which the caller closes. */
    NewcWriter(OutputStream out) {
        this.out = new CountingOutput(out);
    }

    OutputStream out() {
        return out;
    }

    /**
     * Begins an entry.
     *
     * @param path path in the root, empty for the root itself
     * @param number the file's inode number
     * @param links the number of its names
     * @param size bytes of content that will follow
     */
    void entry(String path, Inode inode, int number, int links, long size) throws IOException {
        // A file that bears the name of the end mark would be one.
        String name = path.isEmpty() ? "." : path.equals(TRAILER) ? "./" + path : path;
        header(name, number, inode.kind().modeBits() | inode.mode(), inode, links, size);
    }

    /** Fills up the word in which a content ends. */
    void pad() throws IOException {
        out.write(new byte[Math.floorMod(-out.count(), WORD)]);
    }

    /** Writes the end mark, and fills the last block as cpio does. */
    void end() throws IOException {
        header(TRAILER, 0, 0, Inode.impliedFolder(), 1, 0);
        out.write(new byte[Math.floorMod(-out.count(), BLOCK)]);
    }

    private void header(String name, int number, int mode, Inode inode, int links, long size) throws IOException {
        long mtime = Math.max(0, Math.min(inode.mtime(), LATEST_TIME));
        byte[] bytes = ByteNames.bytes(name + "\0");
        StringBuilder header = new StringBuilder("070701");
        long[] fields = {
            number,
            mode,
            inode.uid(),
            inode.gid(),
            links,
            mtime,
            size,
            0,
            0,
            inode.major(),
            inode.minor(),
            bytes.length,
            0
        };
        for (long field : fields) {
            String digits = Long.toHexString(field).toUpperCase(Locale.ROOT);
            header.append("0".repeat(2 * WORD - digits.length())).append(digits);
        }
        out.write(header.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        pad();
    }
}
