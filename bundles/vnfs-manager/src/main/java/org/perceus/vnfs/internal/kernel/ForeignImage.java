package org.perceus.vnfs.internal.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Names what is no kernel for x86, by its first bytes. */
final class ForeignImage {
    private static final int PE_POINTER = 0x3c;
    private static final int SECTION = 40;
    private static final int MOST_SECTIONS = 96;
    private static final int X86_64 = 0x8664;
    private static final Map<Integer, String> MACHINES = Map.of(
            0xaa64,
            "arm64",
            0x14c,
            "x86 of 32 bits",
            0x1c2,
            "arm",
            0x5064,
            "RISC-V",
            0x6264,
            "LoongArch",
            X86_64,
            "x86_64");

    private record Magic(int offset, String bytes, String what) {}

    private static final List<Magic> MAGICS = List.of(
            new Magic(4, "zimg", "an EFI zboot image for another machine"),
            new Magic(56, "ARM\u0064", "a kernel for arm64"),
            new Magic(48, "RISCV\0\0\0", "a kernel for RISC-V"),
            new Magic(56, "RSC\u0005", "a kernel for RISC-V"),
            new Magic(0, "\u007fELF", "an ELF program such as vmlinux, where a bzImage is needed"),
            new Magic(0, "\u001f\u008b", "a file compressed with gzip, as kernels for other machines are"),
            new Magic(0, "\u0028\u00b5\u002f\u00fd", "a file compressed with zstd"),
            new Magic(0, "\u00fd7zXZ\0", "a file compressed with xz"),
            new Magic(0, "\u0027\u0005\u0019\u0056", "an image for U-Boot"),
            new Magic(0, "07070", "a cpio archive, as an initramfs is"),
            new Magic(0, "version https://git-lfs", "a git-lfs pointer, which stands for a file that was not fetched"));

    private ForeignImage() {}

    /** What it is, with its article. */
    static String what(byte[] head) {
        if (head.length == 0) {
            return "an empty file";
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return MAGICS.stream()
                .filter(magic -> text.startsWith(magic.bytes(), magic.offset()))
                .map(Magic::what)
                .findFirst()
                .orElseGet(() -> isText(head) ? "a text" : portableExecutable(head, text));
    }

    /** Whether it is a kernel with its initramfs and arguments in one program for UEFI. */
    static boolean isUnified(byte[] head) {
        return what(head).startsWith("a unified kernel image");
    }

    private static String portableExecutable(byte[] head, String text) {
        String unknown = "not of any form that kernels have";
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        if (!text.startsWith("MZ") || head.length < PE_POINTER + Integer.BYTES) {
            return unknown;
        }
        int header = bytes.getInt(PE_POINTER);
        if (header < 0 || header > head.length - 24 || !text.startsWith("PE\0\0", header)) {
            return unknown;
        }
        int sections = header + 24 + Short.toUnsignedInt(bytes.getShort(header + 20));
        int count = Math.min(MOST_SECTIONS, Short.toUnsignedInt(bytes.getShort(header + 6)));
        for (int i = 0; i < count; i++) {
            if (text.startsWith(".linux\0", sections + i * SECTION)) {
                return "a unified kernel image, which only firmware can start: install the kernel by itself as well";
            }
        }
        int machine = Short.toUnsignedInt(bytes.getShort(header + 4));
        String name = MACHINES.getOrDefault(machine, "another machine");
        return machine == X86_64 ? "an EFI program without a kernel's header" : "an EFI program for " + name;
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
