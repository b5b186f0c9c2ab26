package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.RootPacker;
import org.perceus.vnfs.internal.tar.TarBuilder;

public class UnpackedTreesTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Site site;
    private Path folder;
    private UnpackedTrees trees;

    @Before
    public void start() throws IOException {
        site = new Site(temporary);
        folder = site.directory.resolve("trees");
        trees = open();
    }

    @Test
    public void unpacksARootOnce() throws IOException {
        Capsule capsule = site.imported(new TarBuilder()
                .minimalRoot()
                .symlink("./link", "../x")
                .hardLink("./init", "./sbin/init")
                .bytes());
        assertEquals(Optional.empty(), trees.find(capsule));
        List<String> heard = new ArrayList<>();
        String name = trees.unpack(capsule, (task, done, total) -> heard.add(task));
        assertEquals(Optional.of(name), trees.find(capsule));
        Path tree = trees.folder().resolve(name);
        assertEquals("../x", Files.readSymbolicLink(tree.resolve("link")).toString());
        assertEquals(
                Files.getAttribute(tree.resolve("init"), "unix:ino"),
                Files.getAttribute(tree.resolve("sbin/init"), "unix:ino"));
        assertTrue(heard.contains("unpacking debian@1"));
        heard.clear();
        assertEquals(name, trees.unpack(capsule, (task, done, total) -> heard.add(task)));
        assertEquals(List.of(), heard);
    }

    @Test
    public void keepsOwnersAndModes() throws IOException {
        Path root = Shell.minimalRoot(temporary.newFolder().toPath());
        Shell.run(root, "touch sbin/su; chown 7:9 sbin/su; chmod 4750 sbin/su; chmod 1777 boot");
        String name = trees.unpack(site.imported(Site.DEBIAN, root), Progress.none());
        assertEquals(
                List.of("4750 7:9", "1777 0:0"), Shell.lines(folder.resolve(name), "stat -c '%a %u:%g' sbin/su boot"));
    }

    @Test
    public void leavesNothingOfWhatCannotBeUnpacked() throws IOException {
        Capsule capsule = site.imported(new TarBuilder().minimalRoot().bytes());
        Shell.run(
                folder,
                "truncate -s 40 " + site.store.find(capsule.root().sha256()).orElseThrow());
        assertThrows(IOException.class, () -> trees.unpack(capsule, Progress.none()));
        assertEquals(Optional.empty(), trees.find(capsule));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    public void saysWhyTarFailed() throws IOException {
        Capsule capsule = site.imported(new TarBuilder().minimalRoot().bytes());
        RootPacker damaged = (RootPacker) Proxy.newProxyInstance(
                RootPacker.class.getClassLoader(),
                new Class<?>[] {RootPacker.class},
                (proxy, method, arguments) -> new ByteArrayInputStream(new byte[] {'x'}));
        String message = assertThrows(
                        IOException.class, () -> new UnpackedTrees(folder, damaged).unpack(capsule, Progress.none()))
                .getMessage();
        assertEquals("tar failed: tar: This does not look like a tar archive", message);
    }

    @Test
    public void aStartRemovesWhatWasCutOff() throws IOException {
        Capsule capsule = site.imported(new TarBuilder().minimalRoot().bytes());
        trees.unpack(capsule, Progress.none());
        Files.createDirectories(folder.resolve(".unfinished-1/sbin"));
        site.library.remove(capsule.id());
        open();
        assertEquals(List.of(capsule.root().sha256()), Shell.lines(folder, "ls -A"));
    }

    @Test
    public void removesWhatIsNotInUse() throws IOException {
        Capsule capsule = site.imported(new TarBuilder().minimalRoot().bytes());
        String name = trees.unpack(capsule, Progress.none());
        assertEquals(List.of(), trees.sweep(Set.of(name)));
        assertTrue(trees.find(capsule).isPresent());
        assertEquals(List.of(name), trees.sweep(Set.of()));
        assertEquals(List.of(), Shell.lines(folder, "ls -A"));
    }

    @Test
    public void whatIsHalfRemovedIsNoTree() throws IOException {
        Capsule capsule = site.imported(new TarBuilder().minimalRoot().bytes());
        String name = trees.unpack(capsule, Progress.none());
        Assume.assumeTrue(
                "the file system of the tests has no immutable files",
                Shell.run(folder, "chattr +i " + name + "/sbin || echo none").isEmpty());
        try {
            assertThrows(IOException.class, () -> trees.sweep(Set.of()));
            assertEquals(Optional.empty(), trees.find(capsule));
        } finally {
            Shell.run(folder, "chattr -R -i .");
        }
        open();
        assertEquals(List.of(), Shell.lines(folder, "ls -A"));
        trees.unpack(capsule, Progress.none());
        assertEquals(List.of(name), Shell.lines(folder, "ls -A"));
    }

    private UnpackedTrees open() {
        return new UnpackedTrees(folder, site.packer);
    }
}
