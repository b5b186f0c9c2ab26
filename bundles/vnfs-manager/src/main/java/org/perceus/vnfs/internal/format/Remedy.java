package org.perceus.vnfs.internal.format;

/** What to do instead of importing a file that is something else. */
final class Remedy {
    static final String SQUASHFS = "unpack it with unsquashfs -d FOLDER FILE as root and import the folder";
    static final String CPIO = "unpack it in a folder with cpio -idm as root and import the folder";
    static final String ISO = "it is made for installing; mount it, look for the squashfs or the packages in it,"
            + " make a root of these and import its folder";
    static final String DISK = "attach it with losetup -fP FILE, mount its root partition and import that folder";
    static final String VIRTUAL_DISK =
            "attach it with qemu-nbd -c /dev/nbd0 FILE, mount its root partition and import that folder";
    static final String LUKS = "open it with cryptsetup, mount what is in it and import that folder";
    static final String FILE_SYSTEM = "mount it with mount -o loop,ro FILE FOLDER and import the folder";
    static final String NO_OWNERS =
            "it cannot hold a root, which needs owners and links; import a folder or a tar archive";
    static final String ZIP = "a zip keeps no owners, so make the root anew and import its folder,"
            + " or pack it with tar --xattrs --acls";
    static final String SEVEN_ZIP = "it keeps no owners; unpack it if a tar archive is inside, and import that";
    static final String ARCHIVE = "unpack it if a tar archive is inside, and import that";
    static final String PACKAGE =
            "install packages into a root with the tools of its distribution, and import its folder";
    static final String COMPRESSION = "decompress it first; gzip, bzip2, xz and zstd are read";
    static final String TWICE = "decompress it once";
    static final String GPG = "decrypt it first with gpg -d";
    static final String DECRYPT = "decrypt it first";
    static final String PROGRAM = "give the folder or the tar archive of a whole root";

    private Remedy() {}
}
