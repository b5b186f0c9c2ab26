package org.perceus.vnfs.internal.init;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.perceus.fuzz.Promise;

/** The header of a program that may be a root's first. */
public final class ElfFuzz {
    private static final int DYNAMIC = 2;
    private static final int INTERPRETER = 3;

    private ElfFuzz() {}

    /** The first bytes of a program. */
    public static void fuzzerTestOneInput(byte[] head) {
        if (head.length >= Elf.HEADER) {
            Elf elf = new Elf(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN));
            Promise.equal(elf.segment(INTERPRETER), elf.segment(INTERPRETER), "a header says the same twice");
            elf.segment(DYNAMIC);
            elf.isForX86();
        }
    }
}
