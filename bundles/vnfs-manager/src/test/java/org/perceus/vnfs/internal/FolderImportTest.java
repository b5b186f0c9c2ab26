package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;

/** Roots in folders, as the real tar sees what became of them. */
public class FolderImportTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Site site;
    private Path root;

    @Before
    public void start() throws IOException {
        site = new Site(temporary);
        root = Shell.minimalRoot(temporary.newFolder().toPath().resolve("root"));
    }

    @Test
    public void keepsModesTimesAndContent() throws IOException {
        Shell.run(
                root,
                "mkdir srv; echo a > srv/a; chmod 6751 srv/a; touch -d @1234567890 srv/a; chmod 1777 srv;"
                        + " mkfifo srv/pipe");

        Path back = unpacked(imported());

        Shell.run(root, "diff -r -x pipe --no-dereference . " + back);
        assertEquals(status(root), status(back));
    }

    @Test
    public void keepsOwnersAndDevices() throws IOException {
        needsRoot("owners and devices");
        Shell.run(
                root,
                "mkdir dev; mknod dev/null c 1 3; mknod dev/big b 259 1048575; echo x > owned;"
                        + " chown 4294967294:2097152 owned; ln -s x link; chown -h 7:8 link");

        Path back = unpacked(imported());

        assertEquals(status(root), status(back));
    }

    @Test
    public void keepsHardLinks() throws IOException {
        Shell.run(root, "echo one > b; ln b a; ln b sbin/c; mkfifo p; ln p q; echo one > other");

        Path back = unpacked(imported());

        assertEquals("3", Shell.run(back, "stat -c %h b").strip());
        assertEquals("1", Shell.run(back, "stat -c %h other").strip());
        assertEquals(1, Shell.lines(back, "stat -c %i a b sbin/c | sort -u").size());
        assertEquals(1, Shell.lines(back, "stat -c %i p q | sort -u").size());
    }

    @Test
    public void keepsEqualLinksApartFromEachOther() throws IOException {
        Shell.run(root, "ln -s target x; ln x y");

        Path back = unpacked(imported());

        assertEquals(List.of("target", "target"), Shell.lines(back, "readlink x y"));
    }

    @Test
    public void keepsLinkTargetsToTheByte() throws IOException {
        Shell.run(root, "ln -s /usr/ l1; ln -s ./a//b/../c/ l2; ln -s $'\\xff\\n' l3; ln -s . l4; ln -s // l5");

        Path back = unpacked(imported());

        String script = "for l in l1 l2 l3 l4 l5; do readlink $l; done";
        assertEquals(Shell.run(root, script), Shell.run(back, script));
    }

    @Test
    public void keepsNamesThatAreNoText() throws IOException {
        Shell.run(
                root,
                "mkdir $'d\\xe9\\x80'; echo in > $'d\\xe9\\x80/f\\xff'; echo utf > $'\\xc3\\xbcber'; ln $'\\xc3\\xbcber'"
                        + " $'\\x80'; echo nl > $'a\\nb'; touch -- ' ' '%41' '+' '?' '#' '-rf'; mkdir $'\\xff'");

        Path back = unpacked(imported());

        Shell.run(root, "diff -r . " + back);
        assertEquals(status(root), status(back));
    }

    @Test
    public void keepsAttributes() throws IOException {
        Shell.run(root, "echo x > tagged");
        Shell.attribute(root.resolve("tagged"), "plain", "value");
        Shell.attribute(root.resolve("tagged"), "bin=a%ry", "\0\1\377\n");
        Shell.attribute(root.resolve("sbin"), "folder", "");

        Path back = unpacked(imported());

        Path tagged = back.resolve("tagged");
        assertEquals("value", attribute(tagged, "plain"));
        assertEquals("\0\1\377\n", attribute(tagged, "bin=a%ry"));
    }

    @Test
    public void keepsCapabilities() throws IOException {
        needsRoot("file capabilities");
        needs("setcap");
        Shell.run(root, "cp /bin/true ping; setcap cap_net_raw+ep ping");

        Path back = unpacked(imported());

        assertTrue(Shell.run(back, "getcap ping").contains("cap_net_raw=ep"));
    }

    @Test
    public void keepsSparseFilesCheap() throws IOException {
        Shell.run(
                root, "truncate -s 200M sparse; printf end | dd of=sparse bs=1 seek=99999999 conv=notrunc status=none");

        Capsule capsule = imported();

        assertTrue("" + capsule.root().size(), capsule.root().size() < 100_000);
        assertTrue(capsule.rootSize() < 100_000);
        Shell.run(root, "cmp sparse " + unpacked(capsule) + "/sparse");
    }

    @Test
    public void leavesNoHolesInSwapSpace() throws IOException {
        needs("mkswap");
        Shell.run(
                root,
                "head -c 1M /dev/zero > written; fallocate -l 1M reserved; truncate -s 1M sparse;"
                        + "for f in written reserved; do chmod 600 $f; mkswap -q $f; done");

        Capsule capsule = imported();

        Path back = unpacked(capsule);
        assertTrue(capsule.rootSize() > 2 << 20 && capsule.rootSize() < 3 << 20);
        Shell.run(root, "cmp written " + back + "/written; cmp reserved " + back + "/reserved");
        assertEquals(
                "", Shell.run(back, "find . -type f -size +512k ! -name sparse -printf '%b %p\n' | awk '$1 < 2048'"));
        assertEquals("0", Shell.run(back, "stat -c %b sparse").strip());
    }

    @Test
    public void leavesSocketsOut() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(root.resolve("socket")));
            assertTrue(Files.exists(root.resolve("socket")));

            Capsule capsule = imported();
            Path back = unpacked(capsule);

            assertTrue(
                    capsule.traits().findings().toString(),
                    capsule.traits().findings().stream()
                            .anyMatch(finding -> finding.sentence().equals("1 sockets were left out: '/socket'")));

            assertFalse(Files.exists(back.resolve("socket")));
        }
    }

    @Test
    public void staysOutOfWhatIsMountedInside() throws IOException {
        needsRoot("mounts");
        Shell.run(root, "mkdir proc tmp; echo hidden > tmp/below");
        Shell.run(root, "mount -t proc none proc; mount -t tmpfs none tmp; echo above > tmp/above");
        try {
            List<String> lines = site.listing(imported());

            assertTrue(lines.toString(), lines.stream().anyMatch(line -> line.endsWith("./proc/")));
            assertTrue(lines.toString(), lines.stream().anyMatch(line -> line.endsWith("./tmp/")));
            assertFalse(lines.toString(), lines.stream().anyMatch(line -> line.matches(".*\\./(proc|tmp)/.+")));
        } finally {
            Shell.run(root, "umount proc tmp");
        }
    }

    @Test
    public void takesALinkToAFolder() throws IOException {
        Path link = Files.createSymbolicLink(root.resolveSibling("link"), root);

        assertEquals(
                imported().root(),
                site.imported(new CapsuleId("other", "1"), link).root());
    }

    @Test
    public void doesNotFollowLinksOutOfTheFolder() throws IOException {
        Path secret = Files.writeString(root.resolveSibling("secret"), "secret");
        Shell.run(root, "ln -s " + secret + " leak; ln -s / slash");

        List<String> lines = site.listing(imported());

        assertTrue(lines.toString(), lines.stream().anyMatch(line -> line.endsWith("./leak -> " + secret)));
        assertTrue(lines.toString(), lines.stream().anyMatch(line -> line.endsWith("./slash -> /")));
    }

    @Test
    public void saysWhichFileVanished() throws IOException {
        Path file = Files.writeString(root.resolve("zzz"), "x");
        String reason = site.library
                .importRoot(Site.DEBIAN, root, (task, done, total) -> {
                    if (task.startsWith("packing")) {
                        file.toFile().delete();
                    }
                })
                .toString();

        assertTrue(reason, reason.contains("'/zzz' in it vanished while it was read"));
        assertEquals(List.of(), site.files());
    }

    @Test
    public void saysWhichFileShrank() throws IOException {
        Path file = Files.writeString(root.resolve("zzz"), "x");
        String reason = site.library
                .importRoot(Site.DEBIAN, root, (task, done, total) -> {
                    if (task.startsWith("packing") && done == 0) {
                        try {
                            Files.writeString(file, "");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                })
                .toString();

        assertTrue(reason, reason.contains("'/zzz' in it became shorter while it was read"));
    }

    @Test
    public void doesNotReadWhatWasReplacedByALink() throws IOException {
        Path file = Files.writeString(root.resolve("zzz"), "x");
        String result = site.library
                .importRoot(Site.DEBIAN, root, (task, done, total) -> {
                    if (task.startsWith("packing") && done == 0) {
                        try {
                            Files.delete(file);
                            Files.createSymbolicLink(file, Path.of("/etc/passwd"));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                })
                .toString();

        assertTrue(result, result.contains("'/zzz' in it cannot be read"));
    }

    private Capsule imported() {
        return site.imported(Site.DEBIAN, root);
    }

    private Path unpacked(Capsule capsule) throws IOException {
        Path back = temporary.newFolder().toPath();
        Path archive = site.store.find(capsule.root().sha256()).orElseThrow();
        Shell.run(back, "zstd -dc " + archive + " | tar --xattrs --xattrs-include='*' --numeric-owner -xpf -");
        return back;
    }

    /** Everything that lstat tells and that can be kept. */
    private static List<String> status(Path folder) throws IOException {
        return Shell.lines(
                folder,
                "find . -mindepth 1 -printf '%p %M %U %G %Ts %y %l %n\\0' | sed -z 's/\\n/?/g' | sort -z | tr '\\0' '\\n';"
                        + "find . -type c -o -type b | sort | xargs -r stat -c '%n %t %T'");
    }

    private static String attribute(Path file, String name) throws IOException {
        return new String((byte[]) Files.getAttribute(file, "user:" + name), StandardCharsets.ISO_8859_1);
    }

    static void needsRoot(String what) {
        assumeTrue("NOT TESTED without root: " + what, "root".equals(System.getProperty("user.name")));
    }

    static void needs(String tool) {
        assumeTrue("NOT TESTED without " + tool, has(tool));
    }

    static boolean has(String tool) {
        return List.of("/usr/bin/", "/usr/sbin/", "/bin/", "/sbin/").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder + tool)));
    }
}
