package org.perceus.vnfs.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.tar.TarBuilder;

/** Parts of a root: some of its paths, one of its files, its plain archive. */
public class PartialRootTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Site site;
    private Path work;

    @Before
    public void start() throws IOException {
        site = new Site(temporary);
        work = temporary.newFolder().toPath();
    }

    @Test
    public void aFolderThatStaysOutTakesAllBelowItAlong() throws IOException {
        List<String> asked = new ArrayList<>();
        List<String> packed = pack(new TarBuilder().minimalRoot().file("./lib-x", "x"), path -> {
            asked.add(path);
            return !path.equals("/lib");
        });
        assertEquals(List.of(".", "boot", "boot/vmlinuz-6.1.0-9-amd64", "lib-x", "sbin", "sbin/init"), packed);
        assertEquals(false, asked.contains("/lib/modules"));
    }

    @Test
    public void aFileGoesInByItsFirstNameToo() throws IOException {
        List<String> packed = pack(
                new TarBuilder()
                        .minimalRoot()
                        .file("./opt/a/data", "data")
                        .file("./opt/a/other", "other")
                        .hardLink("./usr/data", "./opt/a/data"),
                path -> path.startsWith("/usr"));
        assertEquals(List.of(".", "opt", "opt/a", "opt/a/data", "usr", "usr/data"), packed);
        Shell.run(work, "mkdir out && cd out && cpio --quiet -id < ../image");
        assertEquals("data", Files.readString(work.resolve("out/usr/data")));
    }

    @Test
    public void readsAFileThroughLinks() throws IOException {
        Capsule capsule = site.imported(new TarBuilder()
                .minimalRoot()
                .file("./etc/list", "/usr/share\n")
                .symlink("./list", "etc/list")
                .bytes());
        assertArrayEquals(
                "/usr/share\n".getBytes(StandardCharsets.UTF_8),
                site.packer.read(capsule, "/list", 100).get());
        assertEquals(Optional.empty(), site.packer.read(capsule, "/etc", 100));
        assertEquals(
                "/list of debian@1 has 11 bytes where at most 10 are read",
                assertThrows(IOException.class, () -> site.packer.read(capsule, "/list", 10))
                        .getMessage());
    }

    @Test
    public void givesAnArchiveThatTarReads() throws IOException {
        Capsule capsule = site.imported(new TarBuilder().minimalRoot().bytes());
        try (InputStream tar = site.packer.tar(capsule)) {
            Files.copy(tar, work.resolve("root.tar"));
        }
        assertEquals(8, Shell.lines(work, "tar -tf root.tar").size());
    }

    @Test
    public void aPartOfTheArchiveIsAnArchiveToo() throws IOException {
        String data = "0123456789".repeat(1000);
        Capsule capsule = site.imported(new TarBuilder()
                .minimalRoot()
                .file("./boot/big", "left out")
                .file("./opt/data", data)
                .hardLink("./usr/data", "./opt/data")
                .symlink("./usr/link", "../boot/big")
                .bytes());
        try (InputStream tar = site.packer.tar(capsule, path -> !path.startsWith("/boot/"))) {
            Files.copy(tar, work.resolve("part.tar"));
        }
        List<String> paths = Shell.lines(work, "tar -tf part.tar");
        assertEquals(true, paths.contains("./boot/"));
        assertEquals(false, paths.contains("./boot/big"));
        Shell.run(work, "mkdir out && tar -xf part.tar -C out");
        assertEquals(data, Files.readString(work.resolve("out/usr/data")));
        assertEquals(
                Files.getAttribute(work.resolve("out/opt/data"), "unix:ino"),
                Files.getAttribute(work.resolve("out/usr/data"), "unix:ino"));
    }

    @Test
    public void manyHardLinksAreNoMoreWorkThanManyFiles() throws IOException {
        site = new Site(temporary, Limits.of(1L << 40, 200_000), Clock.systemUTC());
        TarBuilder many = new TarBuilder().minimalRoot().folder("./n/");
        for (int i = 0; i < 40_000; i++) {
            many.file("./n/" + i, "").hardLink("./n/" + i + "-", "./n/" + i);
        }
        Capsule capsule = site.imported(many.bytes());
        try (InputStream part = site.packer.tar(capsule, path -> true)) {
            assertEquals(true, part.skip(Long.MAX_VALUE) > 0);
        }
    }

    @Test
    public void allOfTheArchiveIsTheArchive() throws IOException {
        Capsule capsule = site.imported(new TarBuilder()
                .minimalRoot()
                .file("./opt/data", "data")
                .hardLink("./usr/data", "./opt/data")
                .bytes());
        try (InputStream whole = site.packer.tar(capsule);
                InputStream part = site.packer.tar(capsule, path -> true)) {
            assertArrayEquals(whole.readAllBytes(), part.readAllBytes());
        }
    }

    private List<String> pack(TarBuilder tar, Predicate<String> paths) throws IOException {
        Artifact image = site.packer.initramfs(site.imported(tar.bytes()), paths, Progress.none());
        Shell.run(work, "zstd -qdcf " + site.store.find(image.sha256()).orElseThrow() + " > image");
        return Shell.lines(work, "cpio --quiet -it < image");
    }
}
