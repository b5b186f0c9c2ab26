package org.perceus.vnfs.internal;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.internal.tar.TarBuilder;

/** Files of the real tools that somebody takes for a root: each is named rightly. */
public class WrongFileTest {
    /** Tool, script that makes the file {@code wrong} of the folder {@code root}, and what is said. */
    private static final List<List<String>> FILES = List.of(
            List.of(
                    "mksquashfs",
                    "mksquashfs root wrong -quiet -no-progress",
                    "a squashfs image: unpack it with unsquashfs"),
            List.of("cpio", "find root | cpio --quiet -o -H newc > wrong", "a cpio archive"),
            List.of("cpio", "find root | cpio --quiet -o -H odc > wrong", "a cpio archive"),
            List.of("cpio", "find root | cpio --quiet -o -H bin > wrong", "a cpio archive"),
            List.of("mke2fs", "mke2fs -q -t ext4 wrong 4M", "a file system image (ext2, ext3 or ext4): mount it"),
            List.of("mkfs.xfs", "truncate -s 320M wrong; mkfs.xfs -q wrong", "a file system image (xfs)"),
            List.of("mkfs.btrfs", "truncate -s 128M wrong; mkfs.btrfs -q wrong", "a file system image (btrfs)"),
            List.of(
                    "sfdisk",
                    "truncate -s 8M wrong; echo , | sfdisk -q --label gpt wrong",
                    "(with a GPT partition table)"),
            List.of(
                    "sfdisk",
                    "truncate -s 8M wrong; echo , | sfdisk -q --label dos wrong",
                    "(with an MBR partition table)"),
            List.of(
                    "qemu-img",
                    "qemu-img create -q -f qcow2 wrong 8M",
                    "a disk image (qcow2): attach it with qemu-nbd"),
            List.of("qemu-img", "qemu-img create -q -f vmdk wrong 8M", "a disk image (vmdk)"),
            List.of("qemu-img", "qemu-img create -q -f vpc wrong 8M", "a disk image (vhd)"),
            List.of("qemu-img", "qemu-img create -q -f vhdx wrong 8M", "a disk image (vhdx)"),
            List.of("qemu-img", "qemu-img create -q -f vdi wrong 8M", "a disk image (vdi)"),
            List.of("zip", "zip -qr wrong.zip root; mv wrong.zip wrong", "a zip archive"),
            List.of("7z", "7z a wrong.7z root > log; mv wrong.7z wrong", "a 7z archive"),
            List.of(
                    "lz4",
                    "tar -c root | lz4 -q > wrong",
                    "compressed with lz4: decompress it first; gzip, bzip2, xz and zstd"),
            List.of("lzop", "tar -c root | lzop > wrong", "compressed with lzop"),
            List.of("lzip", "tar -c root | lzip > wrong", "compressed with lzip"),
            List.of("xz", "tar -c root | xz --format=lzma > wrong", "compressed with lzma"),
            List.of(
                    "gpg",
                    "tar -c root | gpg --homedir . --batch --passphrase x -qco wrong",
                    "encrypted or signed with gpg"),
            List.of(
                    "gpg",
                    "tar -c root | gpg --homedir . --batch --passphrase x -aqco wrong",
                    "encrypted or signed with gpg"),
            List.of("ar", "echo 2.0 > debian-binary; ar qc wrong debian-binary", "a deb package"),
            List.of("gzip", "tar -c root | gzip | gzip > wrong", "compressed twice, the second time with gzip"),
            List.of("tar", "seq 99999 > wrong", "a text file"),
            List.of("tar", "cp /bin/true wrong", "a program or library"));

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Site site;
    private Path work;

    @Before
    public void start() throws IOException {
        site = new Site(temporary);
        work = temporary.newFolder().toPath();
        Shell.run(work, "mkdir -m 700 -p root/etc; echo x > root/etc/x");
    }

    @Test
    public void isNamedAlsoBehindACompression() throws IOException {
        for (List<String> each : FILES) {
            if (!FolderImportTest.has(each.get(0))) {
                System.err.println("NOT TESTED without " + each.get(0) + ": " + each.get(2));
                continue;
            }
            Shell.run(work, "rm -f wrong*; " + each.get(1));
            String plain = site.rejected(work.resolve("wrong"));
            assertTrue(each.get(2) + " in: " + plain, plain.contains(each.get(2)));
            Shell.run(work, "zstd -q wrong");
            String packed = site.rejected(work.resolve("wrong.zst"));
            assertTrue(each.get(2) + " in: " + packed, packed.contains(each.get(2)));
        }
    }

    @Test
    public void imagesOfContainersAreNoRoots() throws IOException {
        byte[] docker = new TarBuilder()
                .folder("4f3c/")
                .file("4f3c/layer.tar", "layer")
                .file("manifest.json", "[]")
                .file("repositories", "{}")
                .bytes();
        byte[] newerDocker = new TarBuilder()
                .file("blobs/sha256/ab", "layer")
                .file("index.json", "{}")
                .file("manifest.json", "[]")
                .file("oci-layout", "{}")
                .bytes();
        byte[] oci = new TarBuilder()
                .file("./blobs/sha256/ab", "layer")
                .file("./index.json", "{}")
                .file("./oci-layout", "{}")
                .bytes();
        assertTrue(site.rejected(docker)
                .contains("an image as docker save writes it: take the root out of it with docker export"));
        assertTrue(site.rejected(newerDocker).contains("an image as docker save writes it"));
        assertTrue(site.rejected(oci).contains("a container image in OCI layout"));
        Path folder = Files.createDirectory(work.resolve("oci"));
        Shell.run(folder, "mkdir -p blobs/sha256; echo {} > oci-layout; echo {} > index.json");
        assertTrue(site.rejected(folder).contains("a container image in OCI layout"));
    }

    @Test
    public void anEmptyFileIsEmpty() throws IOException {
        Shell.run(work, ": > empty; gzip -k empty");
        assertTrue(site.rejected(work.resolve("empty")).endsWith("it is empty"));
        assertTrue(site.rejected(work.resolve("empty.gz")).endsWith("it is empty"));
    }
}
