package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.tar.TarBuilder;

/** What cannot be a capsule, and the sentence that says so. */
public class SourceRejectionTest {
    private static final String[] COMPRESSORS = {"cat", "gzip -c", "zstd -qc", "xz -c", "bzip2 -c"};

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Site site;
    private Path folder;

    @Before
    public void start() throws IOException {
        site = new Site(temporary);
        folder = temporary.newFolder().toPath();
    }

    @Test
    public void saysThatASourceIsMissing() throws IOException {
        Path nowhere = folder.resolve("nowhere");

        assertEquals(nowhere + " cannot be imported: there is no such file or folder", site.rejected(nowhere));
    }

    @Test
    public void takesOnlyFoldersAndArchives() throws IOException {
        assertEquals(
                "/dev/null cannot be imported: it is neither a folder nor a tar archive",
                site.rejected(Path.of("/dev/null")));
        assertTrue(site.rejected("#!/bin/sh\necho this is not tar\n".repeat(99).getBytes(StandardCharsets.US_ASCII))
                .contains("it is no tar archive"));
        assertTrue(site.rejected("short".getBytes(StandardCharsets.US_ASCII)).contains("truncated"));
    }

    @Test
    public void tellsWhatItIsByContentAndNotByName() throws IOException {
        Path text =
                Files.write(folder.resolve("root.tar.gz"), "hello ".repeat(200).getBytes(StandardCharsets.US_ASCII));

        assertTrue(site.rejected(text).contains("it is no tar archive"));
    }

    @Test
    public void refusesWhatIsEmpty() throws IOException {
        assertTrue(site.rejected(folder).endsWith("it is empty"));
        assertTrue(site.rejected(new byte[0]).endsWith("it is empty"));
        assertTrue(site.rejected(new TarBuilder().bytes()).endsWith("it is empty"));
        assertTrue(site.rejected(new TarBuilder().folder("./").bytes()).endsWith("it is empty"));
    }

    @Test
    public void refusesAnArchiveThatEndsEarly() throws IOException {
        byte[] random = new byte[30_000];
        new Random(1).nextBytes(random);
        Files.write(
                folder.resolve("root.tar"),
                new TarBuilder()
                        .minimalRoot()
                        .file("./noise", new String(random, StandardCharsets.ISO_8859_1))
                        .bytes());
        for (String compressor : COMPRESSORS) {
            Shell.run(folder, compressor + " root.tar > packed");
            byte[] whole = Files.readAllBytes(folder.resolve("packed"));
            assertTrue(
                    compressor,
                    site.importFrom(Site.DEBIAN, folder.resolve("packed"))
                            .toString()
                            .contains("Imported"));
            site.library.remove(Site.DEBIAN);
            Shell.run(site.directory, "rm -r artifacts/*");
            // The plain one is whole as soon as its first zero block is.
            int most = whole.length - (compressor.equals("cat") ? 1024 : 1);
            for (int length = most; length > 0; length -= 1 + most / 9) {
                String reason = site.rejected(Arrays.copyOf(whole, length));
                assertTrue(compressor + " " + length + reason, reason.matches(".*(truncated|no tar archive).*"));
            }
        }
    }

    @Test
    public void refusesAnArchiveWithoutItsEndMark() throws IOException {
        assertTrue(site.rejected(new TarBuilder().minimalRoot().unended()).contains("it is truncated"));
    }

    @Test
    public void refusesCompressionWithAWrongChecksum() throws IOException {
        Files.write(folder.resolve("root.tar"), new TarBuilder().minimalRoot().bytes());
        for (String compressor : new String[] {"gzip -c", "zstd -qc", "xz -c", "bzip2 -c"}) {
            Shell.run(folder, compressor + " root.tar > packed");
            byte[] packed = Files.readAllBytes(folder.resolve("packed"));
            // Somewhere in the checksums at the end, before the footer of xz.
            packed[packed.length - (compressor.startsWith("xz") ? 30 : 6)] ^= 0x55;
            String reason = site.rejected(packed);
            assertTrue(compressor + reason, reason.contains("damaged or truncated"));
        }
    }

    @Test
    public void saysWhereItLookedForAKernel() throws IOException {
        String reason =
                site.rejected(new TarBuilder().program("./sbin/init", "#!init").bytes());

        assertTrue(
                reason,
                reason.endsWith("it has no kernel: looked for a file with a kernel's header in /boot and for"
                        + " /lib/modules/RELEASE/vmlinuz; install a kernel package into the root"));
    }

    @Test
    public void wantsModulesForTheKernel() throws IOException {
        String reason = site.rejected(new TarBuilder()
                .program("./sbin/init", "#!init")
                .file("./boot/vmlinuz-6.1", FakeKernel.of("6.1"))
                .folder("./lib/modules/6.2/")
                .folder("./lib/modules/6.3/")
                .bytes());

        assertTrue(reason, reason.endsWith("/boot/vmlinuz-6.1 has no modules: /lib/modules/6.1 is not there"));
    }

    @Test
    public void wantsAnInit() throws IOException {
        TarBuilder kernelOnly = new TarBuilder()
                .file("./boot/vmlinuz-6.1", FakeKernel.of("6.1"))
                .folder("./lib/modules/6.1/");
        byte[] none = kernelOnly.bytes();
        byte[] dangling = new TarBuilder()
                .file("./boot/vmlinuz-6.1", FakeKernel.of("6.1"))
                .folder("./lib/modules/6.1/")
                .symlink("./sbin/init", "/lib/systemd/systemd")
                .bytes();
        byte[] notExecutable = new TarBuilder()
                .file("./boot/vmlinuz-6.1", FakeKernel.of("6.1"))
                .folder("./lib/modules/6.1/")
                .file("./sbin/init", "text")
                .bytes();

        for (byte[] tar : new byte[][] {none, dangling, notExecutable}) {
            String reason = site.rejected(tar);
            assertTrue(reason, reason.contains("no program to start as its first process: looked for /sbin/init"));
        }
    }

    @Test
    public void boundsTheContent() throws IOException {
        site = new Site(temporary, Limits.of(1 << 20, 1000), Clock.systemUTC());
        TarBuilder large = new TarBuilder().minimalRoot().file("./large", "x".repeat(1 << 20));

        String reason = site.rejected(large.bytes());

        assertTrue(reason, reason.contains("more than the 1048576 bytes that an import may have (maxRootGib"));
    }

    @Test
    public void boundsTheContentOfAFolder() throws IOException {
        site = new Site(temporary, Limits.of(1 << 20, 1000), Clock.systemUTC());
        Path root = Shell.minimalRoot(folder.resolve("root"));
        Shell.run(root, "head -c 1M /dev/urandom > large");

        assertTrue(site.rejected(root).contains("more than the 1048576 bytes"));
    }

    @Test
    public void boundsTheZerosBetweenThePiecesOfASparseFile() throws IOException {
        site = new Site(temporary, Limits.of(1 << 20, 1000), Clock.systemUTC());
        StringBuilder map = new StringBuilder("0,1");
        for (long at = 1; at < 100; at++) {
            map.append(',').append(at * 60_000).append(",1");
        }
        byte[] tar = new TarBuilder()
                .minimalRoot()
                .pax(Map.of("GNU.sparse.size", "9999999", "GNU.sparse.map", map.toString()))
                .file("./sparse", "x".repeat(100))
                .bytes();

        assertTrue(site.rejected(tar).contains("more than the 1048576 bytes"));
    }

    @Test
    public void boundsWhatABombUnpacksTo() throws IOException {
        site = new Site(temporary, Limits.of(1 << 22, 1000), Clock.systemUTC());
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new TarBuilder().minimalRoot().bytes());
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 8; i++) {
                gzip.write(zeros);
            }
        }

        assertTrue(site.rejected(bomb.toByteArray()).contains("unpacks to more than the 4194304 bytes"));
    }

    @Test
    public void boundsTheEntries() throws IOException {
        TarBuilder many = new TarBuilder().minimalRoot();
        for (int i = 0; i < 1000; i++) {
            many.file("./same", "");
        }

        assertTrue(site.rejected(many.bytes()).contains("more than the 1000 entries"));
    }

    @Test
    public void boundsTheEntriesThatOneNameImplies() throws IOException {
        assertTrue(site.rejected(new TarBuilder()
                        .minimalRoot()
                        .pax(Map.of("path", "a/".repeat(1500) + "b"))
                        .file("x", "")
                        .bytes())
                .contains("more than the 1000 entries"));
    }

    @Test
    public void boundsTheMemory() throws IOException {
        site = new Site(temporary, new Limits(1 << 30, 1 << 20, 100_000), Clock.systemUTC());
        TarBuilder many = new TarBuilder().minimalRoot();
        for (int i = 0; i < 1000; i++) {
            many.file("./file" + i, "");
        }

        assertTrue(site.rejected(many.bytes()).contains("does not fit into the memory"));
    }
}
