package org.perceus.vnfs.internal.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first bytes of a file say of it as a kernel. Of a kernel for x86 they follow the Linux/x86 boot protocol
 * (Documentation/arch/x86/boot.rst of Linux).
 */
sealed interface KernelHeader {
    /** How many bytes suffice: what the release's offset, of 16 bits, can reach, and the release. */
    int LENGTH = 0x200 + 0xffff + 256;

    /**
     * A kernel that machines of the site can enter.
     *
     * @param release as it calls itself; empty when it does not
     */
    record Bootable(String release) implements KernelHeader {}

    /**
     * Anything else.
     *
     * @param what what it is, with its article
     */
    record Foreign(String what) implements KernelHeader {}

    /**
     * Reads a header.
     *
     * @param size how many bytes the file has
     */
    static KernelHeader of(byte[] head, long size) {
        return X86Setup.isIn(head) ? X86Setup.read(head, size) : new Foreign(ForeignImage.what(head));
    }

    /** The setup header of a bzImage. */
    final class X86Setup {
        private static final int SETUP_SECTORS = 0x1f1;
        private static final int PARAGRAPHS = 0x1f4;
        private static final int BOOT_FLAG = 0x1fe;
        private static final int MAGIC = 0x202;
        private static final int PROTOCOL = 0x206;
        private static final int RELEASE = 0x20e;
        private static final int LOAD_FLAGS = 0x236;
        private static final int END = 0x240;
        private static final int WITH_LOAD_FLAGS = 0x20c;
        private static final int KERNEL_64 = 1;
        private static final int LONGEST = 128;
        private static final int SLACK = 4096;
        private static final Pattern LINUX = Pattern.compile("\\d+\\.\\d[A-Za-z0-9._+~-]*");

        private X86Setup() {}

        private static boolean isIn(byte[] head) {
            return head.length >= END
                    && number(head, BOOT_FLAG) == 0xaa55
                    && new String(head, MAGIC, 4, StandardCharsets.ISO_8859_1).equals("HdrS");
        }

        private static KernelHeader read(byte[] head, long size) {
            long whole = size(head);
            if (size < whole - SLACK) {
                return new Foreign("a kernel that was cut off: " + size + " bytes of " + whole);
            }
            if (number(head, PROTOCOL) >= WITH_LOAD_FLAGS && (number(head, LOAD_FLAGS) & KERNEL_64) == 0) {
                return new Foreign("a kernel for x86 of 32 bits");
            }
            String name = name(head);
            String release = name.split("[ \0]", 2)[0];
            Matcher linux = LINUX.matcher(release);
            if (!name.isEmpty() && !linux.matches()) {
                return new Foreign("a program of another kind that calls itself '" + printable(name) + "'");
            }
            return new Bootable(release);
        }

        /** Of the real-mode code, whose first sector is the boot sector, and of the rest. */
        private static long size(byte[] head) {
            int sectors = head[SETUP_SECTORS] == 0 ? 4 : Byte.toUnsignedInt(head[SETUP_SECTORS]);
            long paragraphs = number(head, PARAGRAPHS) | (long) number(head, PARAGRAPHS + 2) << 16;
            return (sectors + 1) * 512L + paragraphs * 16;
        }

        private static String name(byte[] head) {
            int offset = number(head, RELEASE);
            int start = offset + 0x200;
            if (offset == 0 || start >= head.length) {
                return "";
            }
            int end = start;
            while (end < head.length && end - start < LONGEST && head[end] != 0) {
                end++;
            }
            return new String(head, start, end - start, StandardCharsets.ISO_8859_1);
        }

        private static String printable(String text) {
            return text.replaceAll("[^ -~]", "?").strip();
        }

        private static int number(byte[] head, int offset) {
            return Short.toUnsignedInt(
                    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(offset));
        }
    }
}
