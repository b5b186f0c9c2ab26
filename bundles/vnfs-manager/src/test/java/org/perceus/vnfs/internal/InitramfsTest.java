package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.tar.TarBuilder;

/** What the packer makes, as the real cpio, tar and zstd see it. */
public class InitramfsTest {
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
    public void listsFoldersBeforeTheirContent() throws IOException {
        pack(new TarBuilder().minimalRoot());

        assertEquals(
                List.of(
                        ".",
                        "boot",
                        "boot/vmlinuz-6.1.0-9-amd64",
                        "lib",
                        "lib/modules",
                        "lib/modules/6.1.0-9-amd64",
                        "sbin",
                        "sbin/init"),
                Shell.lines(work, "cpio --quiet -it < image"));
    }

    @Test
    public void comesBackAsItWas() throws IOException {
        Path root = Shell.minimalRoot(work.resolve("root"));
        Shell.run(
                root,
                "mkdir -m 1777 tmp; echo a > tmp/a; chmod 4711 tmp/a; ln -s ../x tmp/l; mkfifo tmp/p; touch -d @77 tmp/a;"
                        + "echo odd > $'tmp/\\xff\\n'; for i in 1 2 3 4 5; do head -c $i /dev/zero > tmp/size$i; done;"
                        + "mkdir $(printf 'long%.0s' {1..60}); touch $(printf 'long%.0s' {1..60})/file");
        site.packer.initramfs(pack(site.imported(Site.DEBIAN, root)), Progress.none());

        Path back = unpack();

        Shell.run(root, "diff -r -x p --no-dereference . " + back);
        // cpio sets the time of a folder before it fills it, and that of a link not at all
        String status =
                "find . -mindepth 1 \\( -type d -printf '%p %M %U %G %n\\0' -o -type l -printf '%p %M %U %G %l %n\\0'"
                        + " -o -printf '%p %M %U %G %Ts %n\\0' \\) | sed -z 's/\\n/?/g' | sort -z";
        assertEquals(Shell.run(root, status), Shell.run(back, status));
    }

    @Test
    public void keepsHardLinksWithOneContent() throws IOException {
        pack(new TarBuilder()
                .minimalRoot()
                .file("./z", "content")
                .hardLink("./a", "./z")
                .hardLink("./m/n", "./z")
                .file("./y", ""));

        Path back = unpack();

        assertEquals(1, Shell.lines(back, "stat -c %i a m/n z | sort -u").size());
        assertEquals("content", Files.readString(back.resolve("z")));
        List<Map<String, String>> entries = entries();
        assertEquals("7", entry(entries, "a").get("filesize"));
        assertEquals("0", entry(entries, "m/n").get("filesize"));
        assertEquals("0", entry(entries, "z").get("filesize"));
        assertEquals(entry(entries, "a").get("ino"), entry(entries, "z").get("ino"));
        assertEquals("3", entry(entries, "a").get("nlink"));
        assertEquals("3", entry(entries, "z").get("nlink"));
        assertEquals("1", entry(entries, "y").get("nlink"));
    }

    @Test
    public void countsNamesThatWereReplacedOnlyOnce() throws IOException {
        pack(new TarBuilder()
                .minimalRoot()
                .file("./a", "old")
                .hardLink("./b", "./a")
                .file("./a", "new"));

        assertEquals("1", entry(entries(), "b").get("nlink"));
        assertEquals("old", Files.readString(unpack().resolve("b")));
    }

    @Test
    public void numbersInodesFromOne() throws IOException {
        pack(new TarBuilder().minimalRoot().hardLink("./sbin/telinit", "./sbin/init"));

        assertEquals(
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "8", "0"),
                entries().stream().map(entry -> entry.get("ino")).toList());
    }

    @Test
    public void keepsDevicesAndOwners() throws IOException {
        pack(new TarBuilder()
                .minimalRoot()
                .device(259, 1048575)
                .owner(1000, 2000000)
                .entry("./dev/disk", '4', "", "")
                .device(1, 3)
                .entry("./dev/null", '3', "", ""));

        Map<String, String> disk = entry(entries(), "dev/disk");
        assertEquals("259", disk.get("rdevmajor"));
        assertEquals("1048575", disk.get("rdevminor"));
        assertEquals("1000", disk.get("uid"));
        assertEquals("2000000", disk.get("gid"));
        String listing = Shell.run(work, "cpio --quiet -itvn < image");
        assertTrue(listing, listing.matches("(?s).*259, *1048575.*dev/disk.*"));
    }

    @Test
    public void keepsTimesAsFarAsTheFormatGoes() throws IOException {
        pack(new TarBuilder()
                .minimalRoot()
                .pax(Map.of("mtime", "-5"))
                .file("./early", "")
                .pax(Map.of("mtime", "99999999999"))
                .file("./late", "")
                .mtime(1_234_567_890)
                .file("./right", ""));

        assertEquals("0", entry(entries(), "early").get("mtime"));
        assertEquals("4294967295", entry(entries(), "late").get("mtime"));
        assertEquals("1234567890", entry(entries(), "right").get("mtime"));
    }

    @Test
    public void packsAFileThatIsCalledLikeTheEndMark() throws IOException {
        pack(new TarBuilder().minimalRoot().file("./TRAILER!!!", "x").file("./after", "y"));

        Path back = unpack();

        assertEquals("x", Files.readString(back.resolve("TRAILER!!!")));
        assertTrue(Files.exists(back.resolve("after")));
        assertTrue(Files.exists(back.resolve("sbin/init")));
    }

    @Test
    public void hasNoFolderOfItsOwnWithoutAttributes() throws IOException {
        pack(new TarBuilder().minimalRoot());

        assertFalse(Shell.run(work, "cpio --quiet -it < image").contains(".perceus"));
    }

    @Test
    public void carriesFilesWithAttributesInATar() throws IOException {
        pack(new TarBuilder()
                .minimalRoot()
                .pax(Map.of("SCHILY.xattr.user.note", "va\0lue\377"))
                .mode(0755)
                .file("./ping", "program")
                .hardLink("./aping", "./ping")
                .file("./plain", "x"));

        Path back = unpack();
        Shell.run(work, "mkdir x; tar --xattrs -C x -xpf back/.perceus/xattrs.tar");

        assertEquals(List.of("./aping", "./ping"), Shell.lines(work, "tar -tf back/.perceus/xattrs.tar"));
        assertEquals("program", Files.readString(back.resolve("ping")));
        assertEquals("program", Files.readString(work.resolve("x/ping")));
        assertEquals("2", Shell.run(work, "stat -c %h x/ping").strip());
        assertEquals(
                "va\0lue\377",
                new String(
                        (byte[]) Files.getAttribute(work.resolve("x/ping"), "user:note"), StandardCharsets.ISO_8859_1));
        assertEquals("600", Shell.run(back, "stat -c %a .perceus/xattrs.tar").strip());
    }

    @Test
    public void carriesLinksOfSeveralNames() throws IOException {
        pack(new TarBuilder()
                .minimalRoot()
                .symlink("./etc/loop", "nowhere")
                .hardLink("./etc/loop2", "./etc/loop")
                .symlink("./etc/other", "nowhere"));

        Path back = unpack();

        assertEquals(
                "nowhere", Files.readSymbolicLink(back.resolve("etc/loop2")).toString());
        Shell.run(back, "tar -xpf .perceus/xattrs.tar");
        assertEquals(
                "2 2 1",
                Shell.run(back, "stat -c %h etc/loop etc/loop2 etc/other | paste -s -d ' '")
                        .strip());
        assertEquals("nowhere", Files.readSymbolicLink(back.resolve("etc/loop")).toString());
    }

    @Test
    public void givesFoldersTheirTimesBack() throws IOException {
        pack(new TarBuilder()
                .minimalRoot()
                .mtime(77)
                .folder("./srv/deep")
                .folder("./srv/deep-er")
                .folder("./untouched")
                .pax(Map.of("SCHILY.xattr.user.note", "x"))
                .file("./srv/deep-er/file", "x")
                .pax(Map.of("SCHILY.xattr.user.note", "x"))
                .file("./srv/deep/file", "x"));

        Path back = unpack();
        Shell.run(back, "tar --xattrs --delay-directory-restore -xpf .perceus/xattrs.tar");

        assertEquals(
                List.of("./srv/", "./srv/deep-er/", "./srv/deep-er/file", "./srv/deep/", "./srv/deep/file"),
                Shell.lines(back, "tar -tf .perceus/xattrs.tar"));
        assertEquals(List.of("77", "77"), Shell.lines(back, "stat -c %Y srv/deep srv/deep-er"));
    }

    @Test
    public void carriesCapabilities() throws IOException {
        FolderImportTest.needsRoot("file capabilities");
        FolderImportTest.needs("setcap");
        Path root = Shell.minimalRoot(work.resolve("root"));
        Shell.run(root, "cp /bin/true ping; setcap cap_net_raw+ep ping");
        pack(site.imported(Site.DEBIAN, root));

        Path back = unpack();

        assertEquals("", Shell.run(back, "getcap ping"));
        Shell.run(back, "tar --xattrs --xattrs-include='*' -xpf .perceus/xattrs.tar");
        assertTrue(Shell.run(back, "getcap ping").contains("cap_net_raw=ep"));
    }

    @Test
    public void leavesLabelsToTheNode() throws IOException {
        pack(new TarBuilder()
                .minimalRoot()
                .pax(Map.of("SCHILY.xattr.security.selinux", "system_u:object_r:etc_t:s0\0"))
                .file("./labelled", "x"));

        assertFalse(Shell.run(work, "cpio --quiet -it < image").contains(".perceus"));
    }

    @Test
    public void leavesOutWhatAnEarlierImageLeftBehind() throws IOException {
        pack(new TarBuilder()
                .minimalRoot()
                .folder("./.perceus/")
                .file("./.perceus/xattrs.tar", "stale")
                .file("./.perceus/other", "kept"));

        List<String> names = Shell.lines(work, "cpio --quiet -it < image");
        assertTrue(names.contains(".perceus/other"));
        assertFalse(names.contains(".perceus/xattrs.tar"));
    }

    @Test
    public void endsOnABlockSoThatMoreCanFollow() throws IOException {
        pack(new TarBuilder().minimalRoot());
        Shell.run(
                work, "mkdir more; echo more > more/file; cd more; echo file | cpio --quiet -o -H newc > ../more.cpio");
        Shell.run(
                work,
                "cat image more.cpio > both; mkdir both.d; cd both.d; (cpio --quiet -id; cpio --quiet -id) < ../both");

        assertEquals(0, Files.size(work.resolve("image")) % 512);
        assertTrue(Files.exists(work.resolve("both.d/file")));
        assertTrue(Files.exists(work.resolve("both.d/sbin/init")));
    }

    @Test
    public void isOneFrameThatKernelsTake() throws IOException {
        Path packed = pack(new TarBuilder().minimalRoot().file("./large", "x".repeat(20 << 20)));

        List<String> lines = Shell.lines(work, "zstd -lv " + packed + " 2>&1");

        assertTrue(lines.toString(), lines.stream().anyMatch(line -> line.matches(".*Frames: 1")));
        assertTrue(lines.toString(), lines.stream().anyMatch(line -> line.matches("Check: XXH64.*")));
        assertTrue(windowSize(packed) <= 8 << 20);
    }

    @Test
    public void keepsToTheWindowAtTheHighestLevel() throws IOException {
        Capsule capsule = site.imported(new TarBuilder()
                .minimalRoot()
                .file("./large", "abc".repeat(4 << 20))
                .bytes());
        Artifact image = new ArchiveRootPacker(site.store, new WorkFolder(site.directory), () -> new Compression(19, 2))
                .initramfs(capsule, Progress.none());

        assertTrue(windowSize(site.store.find(image.sha256()).orElseThrow()) <= 8 << 20);
        assertThrows(IllegalArgumentException.class, () -> new Compression(20, 1));
    }

    @Test
    public void copiesTheKernelToTheStore() throws IOException {
        Capsule capsule = site.imported(new TarBuilder()
                .minimalRoot()
                .symlink("./vmlinuz", "boot/vmlinuz-6.1.0-9-amd64")
                .hardLink("./zzz", "./boot/vmlinuz-6.1.0-9-amd64")
                .bytes());

        Artifact kernel = site.packer.file(capsule, capsule.kernel().path());

        assertEquals(
                FakeKernel.of("6.1.0-9-amd64"),
                Files.readString(site.store.find(kernel.sha256()).orElseThrow(), StandardCharsets.ISO_8859_1));
        assertEquals(kernel, site.packer.file(capsule, "/vmlinuz"));
        assertEquals(kernel, site.packer.file(capsule, "/zzz"));
    }

    @Test
    public void saysWhichFileIsNotThere() throws IOException {
        Capsule capsule = site.imported(new TarBuilder().minimalRoot().bytes());

        for (String path : List.of("/nothing", "/boot", "/../../etc/passwd", "")) {
            String message = assertThrows(IOException.class, () -> site.packer.file(capsule, path))
                    .getMessage();
            assertEquals("debian@1 has no file " + path, message);
        }
    }

    @Test
    public void saysThatARootIsDamagedOrGone() throws IOException {
        Capsule capsule = site.imported(new TarBuilder().minimalRoot().bytes());
        Path archive = site.store.find(capsule.root().sha256()).orElseThrow();
        Shell.run(work, "truncate -s -9 " + archive);

        String damaged = assertThrows(IOException.class, () -> site.packer.initramfs(capsule, Progress.none()))
                .getMessage();
        Files.delete(archive);
        String gone = assertThrows(IOException.class, () -> site.packer.initramfs(capsule, Progress.none()))
                .getMessage();

        assertTrue(damaged, damaged.startsWith("the root of debian@1 cannot be read from the artifact store"));
        assertEquals("the root of debian@1 is not in the artifact store: import it again", gone);
        assertEquals(1, site.files().size());
    }

    @Test
    public void tellsHowFarItIs() throws IOException {
        Capsule capsule = site.imported(new TarBuilder()
                .minimalRoot()
                .file("./large", "x".repeat(3 << 20))
                .bytes());
        List<String> heard = new ArrayList<>();

        site.packer.initramfs(capsule, (task, done, total) -> heard.add(task + " " + done + "/" + total));

        assertEquals("packing debian@1 0/3146758", heard.get(0));
        assertEquals("packing debian@1 3146758/3146758", heard.get(heard.size() - 1));
        assertTrue(heard.size() > 3);
    }

    private Path pack(TarBuilder tar) throws IOException {
        Capsule capsule = pack(site.imported(tar.bytes()));
        return site.store
                .find(site.packer.initramfs(capsule, Progress.none()).sha256())
                .orElseThrow();
    }

    /** Packs and leaves the decompressed image in the work folder. */
    private Capsule pack(Capsule capsule) throws IOException {
        Artifact image = site.packer.initramfs(capsule, Progress.none());
        Shell.run(work, "zstd -qdcf " + site.store.find(image.sha256()).orElseThrow() + " > image");
        return capsule;
    }

    private Path unpack() throws IOException {
        Shell.run(work, "mkdir back; cd back; cpio --quiet --no-preserve-owner -idm < ../image");
        return work.resolve("back");
    }

    private static long windowSize(Path zstd) throws IOException {
        byte[] head = new byte[6];
        try (InputStream in = Files.newInputStream(zstd)) {
            in.readNBytes(head, 0, head.length);
        }
        assertEquals("not a single segment", 0, head[4] & 0x20);
        int exponent = (head[5] & 0xff) >> 3;
        int mantissa = head[5] & 7;
        long base = 1L << (10 + exponent);
        return base + base / 8 * mantissa;
    }

    private static Map<String, String> entry(List<Map<String, String>> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.get("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Every header of the image, read by the letter of the format. */
    private List<Map<String, String>> entries() throws IOException {
        String image = Files.readString(work.resolve("image"), StandardCharsets.ISO_8859_1);
        List<String> fields = List.of(
                "ino",
                "mode",
                "uid",
                "gid",
                "nlink",
                "mtime",
                "filesize",
                "devmajor",
                "devminor",
                "rdevmajor",
                "rdevminor",
                "namesize",
                "check");
        List<Map<String, String>> entries = new ArrayList<>();
        int at = 0;
        String name = "";
        while (!name.equals("TRAILER!!!")) {
            assertEquals("070701", image.substring(at, at + 6));
            Map<String, String> entry = new HashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                String hex = image.substring(at + 6 + 8 * i, at + 14 + 8 * i);
                entry.put(fields.get(i), String.valueOf(Long.parseLong(hex, 16)));
            }
            int nameSize = Integer.parseInt(entry.get("namesize"));
            name = image.substring(at + 110, at + 110 + nameSize - 1);
            entry.put("name", name);
            entries.add(entry);
            at = (at + 110 + nameSize + 3) / 4 * 4;
            at = (at + Integer.parseInt(entry.get("filesize")) + 3) / 4 * 4;
        }
        return entries;
    }
}
