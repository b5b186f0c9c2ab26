package org.perceus.vnfs.internal.init;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The header of an ELF program for little-endian machines (System V Application Binary Interface, chapter 4). */
final class Elf {
    /** How many bytes tell that it is one at all. */
    static final int HEADER = 64;

    private static final int CLASS_64 = 2;
    private static final int X86_64 = 62;
    private static final int I386 = 3;

    private final ByteBuffer head;
    private final boolean wide;

    /** A part of the file. */
    record Segment(long offset, long size) {}

    /** @param head little-endian, of at least {@link #HEADER} bytes */
    Elf(ByteBuffer head) {
        this.head = head;
        this.wide = head.get(4) == CLASS_64;
    }

    /** Whether a kernel for x86_64 runs it: one of 64 bits, or of 32. */
    boolean isForX86() {
        int machine = Short.toUnsignedInt(head.getShort(18));
        return machine == X86_64 || machine == I386 && !wide;
    }

    /** The first segment of a type that its program headers tell of; those beyond the bytes at hand are not seen. */
    Optional<Segment> segment(int type) {
        long table = wide ? head.getLong(32) : Integer.toUnsignedLong(head.getInt(28));
        int size = Short.toUnsignedInt(head.getShort(wide ? 54 : 42));
        int count = Short.toUnsignedInt(head.getShort(wide ? 56 : 44));
        for (int i = 0; i < count; i++) {
            long start = table + (long) i * size;
            if (start < 0 || start > head.limit() - (wide ? 56 : 32)) {
                break;
            }
            int at = (int) start;
            if (head.getInt(at) == type) {
                return Optional.of(
                        wide
                                ? new Segment(head.getLong(at + 8), head.getLong(at + 32))
                                : new Segment(
                                        Integer.toUnsignedLong(head.getInt(at + 4)),
                                        Integer.toUnsignedLong(head.getInt(at + 16))));
            }
        }
        return Optional.empty();
    }
}
