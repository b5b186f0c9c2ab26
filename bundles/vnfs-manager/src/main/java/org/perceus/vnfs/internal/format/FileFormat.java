package org.perceus.vnfs.internal.format;

import java.util.Arrays;
import java.util.Optional;

/** What a file is that somebody takes for a root and that is no tar archive, by the bytes at its beginning. */
public enum FileFormat {
    SQUASHFS("a squashfs image", Remedy.SQUASHFS, "0:68737173", "0:73717368"),
    CPIO("a cpio archive", Remedy.CPIO, "0:303730373031", "0:303730373032", "0:303730373037", "0:c771", "0:71c7"),
    ISO("an ISO 9660 image (a CD or DVD)", Remedy.ISO, "32769:4344303031"),
    QCOW2("a disk image (qcow2)", Remedy.VIRTUAL_DISK, "0:514649fb"),
    VMDK("a disk image (vmdk)", Remedy.VIRTUAL_DISK, "0:4b444d56", "0:434f5744", "0:23204469736b204465736372697074"),
    VHDX("a disk image (vhdx)", Remedy.VIRTUAL_DISK, "0:7668647866696c65"),
    VHD("a disk image (vhd)", Remedy.VIRTUAL_DISK, "0:636f6e6563746978"),
    VDI("a disk image (vdi)", Remedy.VIRTUAL_DISK, "64:7f10dabe"),
    LUKS("an encrypted disk image (LUKS)", Remedy.LUKS, "0:4c554b53babe"),
    GPT("a disk image (with a GPT partition table)", Remedy.DISK, "512:4546492050415254", "4096:4546492050415254"),
    LVM("a physical volume of LVM", Remedy.DISK, "512:4c4142454c4f4e45"),
    XFS("a file system image (xfs)", Remedy.FILE_SYSTEM, "0:58465342"),
    BTRFS("a file system image (btrfs)", Remedy.FILE_SYSTEM, "65600:5f42485266535f4d"),
    EXT("a file system image (ext2, ext3 or ext4)", Remedy.FILE_SYSTEM, "1080:53ef"),
    EROFS("a file system image (erofs)", Remedy.FILE_SYSTEM, "1024:e2e1f5e0"),
    F2FS("a file system image (f2fs)", Remedy.FILE_SYSTEM, "1024:1020f5f2"),
    FAT("a file system image (FAT)", Remedy.NO_OWNERS, "54:464154", "82:464154"),
    NTFS("a file system image (NTFS)", Remedy.NO_OWNERS, "3:4e544653"),
    KERNEL("a Linux kernel", Remedy.PROGRAM, "514:48647253"),
    MBR("a disk image (with an MBR partition table)", Remedy.DISK, "510:55aa"),
    ZIP("a zip archive", Remedy.ZIP, "0:504b0304", "0:504b0506", "0:504b0708"),
    SEVEN_ZIP("a 7z archive", Remedy.SEVEN_ZIP, "0:377abcaf271c"),
    RAR("a rar archive", Remedy.ARCHIVE, "0:526172211a07"),
    RPM("an rpm package", Remedy.PACKAGE, "0:edabeedb"),
    DEB("a deb package", Remedy.PACKAGE, "0:213c617263683e0a64656269616e"),
    AR("an ar archive", Remedy.ARCHIVE, "0:213c617263683e0a"),
    LZ4("compressed with lz4", Remedy.COMPRESSION, "0:04224d18", "0:02214c18"),
    LZOP("compressed with lzop", Remedy.COMPRESSION, "0:894c5a4f000d0a1a0a"),
    LZIP("compressed with lzip", Remedy.COMPRESSION, "0:4c5a4950"),
    LZMA(
            "compressed with lzma",
            Remedy.COMPRESSION,
            "0:5d0000....0000",
            "0:5d0000....ffff",
            "0:5d0000..............00"),
    COMPRESS("compressed with compress", Remedy.COMPRESSION, "0:1f9d"),
    GZIP("compressed twice, the second time with gzip", Remedy.TWICE, "0:1f8b08"),
    ZSTD("compressed twice, the second time with zstd", Remedy.TWICE, "0:28b52ffd"),
    XZ("compressed twice, the second time with xz", Remedy.TWICE, "0:fd377a585a00"),
    BZIP2("compressed twice, the second time with bzip2", Remedy.TWICE, "0:425a68..314159265359"),
    GPG(
            "a file encrypted or signed with gpg",
            Remedy.GPG,
            "0:2d2d2d2d2d424547494e20504750204d455353414745",
            "0:8c..0[4-6]",
            "0:84..0[36]",
            "0:85....0[36]",
            "0:c1....?0[36]",
            "0:c3..0[4-6]",
            "0:a30[0-3]"),
    OPENSSL("a file encrypted with openssl", Remedy.DECRYPT, "0:53616c7465645f5f"),
    ELF("a program or library", Remedy.PROGRAM, "0:7f454c46"),
    EXECUTABLE("a program for Windows or EFI", Remedy.PROGRAM, "0:4d5a");

    /** How many bytes of a file are looked at. */
    public static final int HEAD = 65_608;

    private final String name;
    private final String remedy;
    private final Magic[] magics;

    FileFormat(String name, String remedy, String... magics) {
        this.name = name;
        this.remedy = remedy;
        this.magics = Arrays.stream(magics).map(Magic::of).toArray(Magic[]::new);
    }

    /**
     * The sentence for what begins with these bytes, without a full stop.
     *
     * @param head the first {@link #HEAD} bytes, or all when there are fewer
     * @return empty when nobody can tell what it is
     */
    public static Optional<String> refusal(byte[] head) {
        return Arrays.stream(values())
                .filter(format -> Arrays.stream(format.magics).anyMatch(magic -> magic.isIn(head)))
                .findFirst()
                .map(format -> "it is no tar archive but " + format.name + ": " + format.remedy)
                .or(() -> PlainText.refusal(head));
    }
}
