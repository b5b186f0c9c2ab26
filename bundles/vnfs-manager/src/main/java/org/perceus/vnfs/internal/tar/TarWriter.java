package org.perceus.vnfs.internal.tar;

import java.io.IOException;
import java.io.OutputStream;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;

/**
 * Writes a tar archive in one single way, so that the same entries give the same bytes: ustar headers, PAX records only
 * for what these cannot hold, owners by number only. The data of a regular file is to be written to the stream after its
 * entry, without its holes: a file that has some is written in the form that GNU tar calls sparse 0.0, the only
 * one in which it keeps its own name: GNU tar loses the times of a folder when a name in it is spelt in another way, and
 * squashfs-tools read the others by that name alone.
 */
public final class TarWriter {
    private static final int NAME = 100;
    private static final int PREFIX = 155;
    private static final long LARGEST_ID = 07777777;
    private static final long LARGEST_NUMBER = 077777777777L;

    private final OutputStream out;

    /** Writes to a stream, which the caller closes. */
    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /** Begins an entry under a path of the root, the empty one for the root itself. */
    public void entry(String path, Inode inode) throws IOException {
        if (inode.data().holes() > 0) {
            sparse(path, inode);
        } else {
            write(name(path, inode), inode, inode.kind().tarType(), inode.target(), inode.size(), attributes(inode));
        }
    }

    /** Writes an entry that is another name of an earlier one. */
    public void link(String path, Inode inode, String earlier) throws IOException {
        write(name(path, inode), inode, '1', name(earlier, inode), 0, new PaxRecords());
    }

    /** Fills the last block of a file's data. */
    public void pad(Inode inode) throws IOException {
        pad(inode.stored());
    }

    /** Writes the end mark. */
    public void end() throws IOException {
        out.write(new byte[2 * TarHeader.BLOCK]);
    }

    private void sparse(String path, Inode inode) throws IOException {
        PaxRecords pax = attributes(inode);
        SparseMap.records(inode.data()).forEach(record -> pax.add(record.getKey(), record.getValue()));
        write(name(path, inode), inode, inode.kind().tarType(), "", inode.stored(), pax);
    }

    private static PaxRecords attributes(Inode inode) {
        PaxRecords pax = new PaxRecords();
        inode.attributes().forEach(pax::add);
        return pax;
    }

    private void pad(long size) throws IOException {
        out.write(new byte[Math.floorMod(-size, TarHeader.BLOCK)]);
    }

    private void write(String name, Inode inode, char type, String target, long size, PaxRecords more)
            throws IOException {
        int split = split(name);
        PaxRecords pax = new PaxRecords();
        addIf(pax, split < 0, "path", name);
        addIf(pax, target.length() > NAME, "linkpath", target);
        addIf(pax, size > LARGEST_NUMBER, "size", String.valueOf(size));
        addIf(pax, inode.uid() > LARGEST_ID, "uid", String.valueOf(inode.uid()));
        addIf(pax, inode.gid() > LARGEST_ID, "gid", String.valueOf(inode.gid()));
        boolean oddTime = inode.mtime() < 0 || inode.mtime() > LARGEST_NUMBER;
        addIf(pax, oddTime, "mtime", String.valueOf(inode.mtime()));
        pax = pax.followedBy(more);
        if (!pax.isEmpty()) {
            byte[] records = pax.bytes();
            out.write(new HeaderBlock()
                    .text(0, NAME, "././@PaxHeader")
                    .octal(100, 8, 0644)
                    .octal(124, 12, records.length)
                    .finish('x'));
            out.write(records);
            pad(records.length);
        }
        boolean device = inode.kind() == Kind.CHARACTER || inode.kind() == Kind.BLOCK;
        out.write(new HeaderBlock()
                .text(0, NAME, split > 0 ? name.substring(split + 1) : name)
                .text(345, PREFIX, split > 0 ? name.substring(0, split) : "")
                .octal(100, 8, inode.mode())
                .octal(108, 8, Math.min(inode.uid(), LARGEST_ID))
                .octal(116, 8, Math.min(inode.gid(), LARGEST_ID))
                .octal(124, 12, Math.min(size, LARGEST_NUMBER))
                .octal(136, 12, oddTime ? 0 : inode.mtime())
                .text(157, NAME, target)
                .octal(329, 8, device ? inode.major() : 0)
                .octal(337, 8, device ? inode.minor() : 0)
                .finish(type));
    }

    private static void addIf(PaxRecords pax, boolean needed, String keyword, String value) {
        if (needed) {
            pax.add(keyword, value);
        }
    }

    private static String name(String path, Inode inode) {
        boolean slash = inode.kind() == Kind.FOLDER && !path.isEmpty();
        return "./" + path + (slash ? "/" : "");
    }

    /** Where a name is cut into prefix and name; 0 when it needs not be, -1 when it cannot be. */
    private static int split(String name) {
        if (name.length() <= NAME) {
            return 0;
        }
        // a prefix that is no more than a dot is valid, but squashfs-tools do not take it
        int cut = name.indexOf('/', Math.max(name.length() - NAME - 1, "./".length()));
        return cut < 1 || cut > PREFIX || cut == name.length() - 1 ? -1 : cut;
    }

    /** A header block in the making. */
    private static final class HeaderBlock {
        private final byte[] block = new byte[TarHeader.BLOCK];

        HeaderBlock text(int offset, int length, String text) {
            byte[] bytes = ByteNames.bytes(text);
            System.arraycopy(bytes, 0, block, offset, Math.min(length, bytes.length));
            return this;
        }

        HeaderBlock octal(int offset, int length, long number) {
            String digits = Long.toOctalString(number);
            return text(offset, length, "0".repeat(length - 1 - digits.length()) + digits);
        }

        byte[] finish(char type) {
            block[156] = (byte) type;
            text(257, 8, "ustar\00000");
            text(148, 8, "        ");
            int sum = 0;
            for (byte b : block) {
                sum += b & 0xff;
            }
            octal(148, 7, sum);
            block[154] = 0;
            return block;
        }
    }
}
