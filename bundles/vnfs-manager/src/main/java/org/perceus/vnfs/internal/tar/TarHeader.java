package org.perceus.vnfs.internal.tar;

import java.math.BigInteger;
import java.util.Arrays;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.SourceRejected;

/** One header block of a tar archive of any dialect: where its fields are and how they are written. */
final class TarHeader {
    static final int BLOCK = 512;

    private static final int CHECKSUM_OFFSET = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int MAGIC_OFFSET = 257;
    private static final int PREFIX_OFFSET = 345;
    private static final int PREFIX_LENGTH = 155;
    private static final int STAR_PREFIX_LENGTH = 131;
    private static final int STAR_MAGIC_OFFSET = 508;
    private static final int BINARY_FLAG = 0x80;
    private static final int NEGATIVE_FLAG = 0x40;

    private final byte[] block;

    TarHeader(byte[] block) {
        this.block = block.clone();
    }

    boolean isZero() {
        return Arrays.equals(block, new byte[BLOCK]);
    }

    /** Whether the block is a header at all. */
    boolean hasValidChecksum() {
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean own = i >= CHECKSUM_OFFSET && i < CHECKSUM_OFFSET + CHECKSUM_LENGTH;
            unsigned += own ? ' ' : block[i] & 0xff;
            signed += own ? ' ' : block[i];
        }
        try {
            long stated = number(CHECKSUM_OFFSET, CHECKSUM_LENGTH);
            return !isZero() && (stated == unsigned || stated == signed);
        } catch (SourceRejected e) {
            return false;
        }
    }

    String name() {
        String name = text(0, 100);
        if (!text(MAGIC_OFFSET, 6).equals("ustar")) {
            return name;
        }
        boolean star = text(STAR_MAGIC_OFFSET, 4).equals("tar");
        String prefix = text(PREFIX_OFFSET, star ? STAR_PREFIX_LENGTH : PREFIX_LENGTH);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    int mode() throws SourceRejected {
        return (int) number(100, 8) & 07777;
    }

    long uid() throws SourceRejected {
        return number(108, 8);
    }

    long gid() throws SourceRejected {
        return number(116, 8);
    }

    long size() throws SourceRejected {
        return number(124, 12);
    }

    long mtime() throws SourceRejected {
        return number(136, 12);
    }

    char type() {
        return (char) (block[156] & 0xff);
    }

    String link() {
        return text(157, 100);
    }

    int major() throws SourceRejected {
        return (int) number(329, 8);
    }

    int minor() throws SourceRejected {
        return (int) number(337, 8);
    }

    /** The bytes up to the first zero. */
    String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && block[end] != 0) {
            end++;
        }
        return ByteNames.of(block, offset, end - offset);
    }

    boolean flag(int offset) {
        return block[offset] != 0;
    }

    /** A number in octal digits, or in binary for what digits cannot hold. */
    long number(int offset, int length) throws SourceRejected {
        if ((block[offset] & BINARY_FLAG) != 0) {
            byte[] binary = Arrays.copyOfRange(block, offset, offset + length);
            boolean negative = (binary[0] & NEGATIVE_FLAG) != 0;
            binary[0] = (byte) (negative ? binary[0] : binary[0] & ~BINARY_FLAG);
            BigInteger number = new BigInteger(binary);
            if (number.bitLength() >= Long.SIZE) {
                throw new SourceRejected("a header has a number beyond all bounds");
            }
            return number.longValue();
        }
        String digits = text(offset, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new SourceRejected("a header has " + ByteNames.shown(digits) + " where a number belongs", e);
        }
    }
}
