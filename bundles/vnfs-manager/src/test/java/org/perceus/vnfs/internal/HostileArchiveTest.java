package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.ImportResult.Imported;
import org.perceus.vnfs.internal.tar.TarBuilder;

/** Archives that were made to harm, or by somebody careless. */
public class HostileArchiveTest {
    private static final int BLOCK = 512;

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Site site;

    @Before
    public void start() {
        site = new Site(temporary);
    }

    @Test
    public void refusesNamesThatClimb() throws IOException {
        for (String name : List.of("../evil", "./../evil", "usr/../../evil", "usr/..", "/../evil", "..")) {
            String reason = site.rejected(root().file(name, "x").bytes());
            assertTrue(reason, reason.contains("'" + name + "'"));
            assertTrue(reason, reason.contains("'..'"));
        }
    }

    @Test
    public void takesAbsoluteNamesAsInsideTheRoot() throws IOException {
        Capsule capsule = site.imported(
                root().file("/etc/motd", "hi").file("//etc//issue", "x").bytes());

        assertTrue(names(capsule).containsAll(List.of("./etc/", "./etc/motd", "./etc/issue")));
    }

    @Test
    public void refusesParentsThatAreLinksOutOfTheRoot() throws IOException {
        String reason = site.rejected(
                root().symlink("./out", "../../etc").file("./out/passwd", "x").bytes());

        assertTrue(reason, reason.contains("'out/passwd' lies below something that is no folder inside the root"));
    }

    @Test
    public void refusesParentsThatAreLoops() throws IOException {
        String reason = site.rejected(root().symlink("./a", "b")
                .symlink("./b", "a")
                .file("./a/file", "x")
                .bytes());

        assertTrue(reason, reason.contains("'a/file'"));
    }

    @Test
    public void followsParentsThatAreLinksInsideTheRoot() throws IOException {
        Capsule capsule = site.imported(root().folder("./usr/share/")
                .symlink("./doc", "/usr/share/doc")
                .symlink("./share", "usr/share")
                .file("./doc/README", "x")
                .file("./share/x", "y")
                .bytes());

        assertTrue(names(capsule).containsAll(List.of("./usr/share/doc/README", "./usr/share/x")));
    }

    @Test
    public void refusesFilesBelowFiles() throws IOException {
        String reason = site.rejected(root().file("./a", "x").file("./a/b", "y").bytes());

        assertTrue(reason, reason.contains("'a/b' lies below something that is no folder"));
    }

    @Test
    public void refusesAFolderThatBecameAFileLater() throws IOException {
        String reason = site.rejected(root().file("./a/b", "y").file("./a", "x").bytes());

        assertTrue(reason, reason.contains("'a/b' lies below something that is no folder"));
    }

    @Test
    public void refusesARootThatIsNoFolder() throws IOException {
        String reason = site.rejected(root().symlink("./", "/etc").bytes());

        assertTrue(reason, reason.contains("replaces the root"));
    }

    @Test
    public void letsTheLastOfSeveralEntriesWin() throws IOException {
        Capsule capsule = site.imported(root().file("./motd", "first")
                .symlink("./motd", "second")
                .file("./motd", "third!")
                .bytes());

        assertEquals("third!", content(capsule, "motd"));
        assertEquals(1, names(capsule).stream().filter("./motd"::equals).count());
    }

    @Test
    public void keepsALinkedFileWhoseFirstNameWasTakenAway() throws IOException {
        Capsule capsule = site.imported(root().file("./a", "old")
                .hardLink("./b", "./a")
                .file("./a", "new")
                .bytes());

        assertEquals("new", content(capsule, "a"));
        assertEquals("old", content(capsule, "b"));
    }

    @Test
    public void refusesHardLinksToNowhere() throws IOException {
        for (String target : List.of("./later", "./lib", "", "/etc/nothing")) {
            String reason = site.rejected(
                    root().hardLink("./x", target).file("./later", "x").bytes());
            assertTrue(reason, reason.contains("'./x' is a hard link to '" + target + "', which is no file before it"));
        }
        assertTrue(site.rejected(root().hardLink("./x", "../../etc/shadow").bytes())
                .contains("'..'"));
    }

    @Test
    public void passesOverAFileThatLinksToItself() throws IOException {
        Capsule capsule =
                site.imported(root().file("./a", "x").hardLink("./a", "./a").bytes());

        assertEquals("x", content(capsule, "a"));
    }

    @Test
    public void ignoresTheSizeOfAHardLink() throws IOException {
        Capsule capsule = site.imported(root().file("./a", "xyz")
                .entry("./b", '1', "./a", "", 3)
                .file("./c", "c")
                .bytes());

        assertEquals("c", content(capsule, "c"));
        assertEquals("xyz", content(capsule, "b"));
    }

    @Test
    public void keepsDevicesAndPipes() throws IOException {
        List<String> lines = site.listing(site.imported(root().device(1, 3)
                .entry("./dev/null", '3', "", "")
                .device(4095, 1048575)
                .entry("./dev/disk", '4', "", "")
                .device(0, 0)
                .entry("./dev/pipe", '6', "", "")
                .bytes()));

        assertTrue(lines.toString(), lines.stream().anyMatch(line -> line.matches("crw.* 1,3 .*/dev/null")));
        assertTrue(lines.toString(), lines.stream().anyMatch(line -> line.matches("brw.* 4095,1048575 .*/dev/disk")));
        assertTrue(lines.toString(), lines.stream().anyMatch(line -> line.matches("prw.*/dev/pipe")));
    }

    @Test
    public void refusesDevicesThatCannotBe() throws IOException {
        String reason = site.rejected(
                root().device(4096, 0).entry("./dev/x", '3', "", "").bytes());

        assertTrue(reason, reason.contains("impossible number 4096"));
    }

    @Test
    public void keepsNamesOfAnyBytes() throws IOException {
        String name = "./\u0001new\nline\ttab\u00ff\u00fe\u007f \"'\\";
        Capsule capsule = site.imported(root().file(name, "odd").bytes());

        assertTrue(rawTar(capsule).contains(name + "\0"));
    }

    @Test
    public void showsOddNamesOnOneLine() throws IOException {
        String reason = site.rejected(
                root().file("../a\nWARN all is well\u001b[2J", "x").bytes());

        assertTrue(reason, reason.contains("'../a?WARN all is well?[2J'"));
    }

    @Test
    public void refusesNamesWithAZeroByte() throws IOException {
        String reason = site.rejected(
                root().pax(Map.of("path", "a\0b")).file("short", "x").bytes());

        assertTrue(reason, reason.contains("zero byte"));
    }

    @Test
    public void refusesNamesLongerThanLinuxHas() throws IOException {
        String reason = site.rejected(root().pax(Map.of("path", "a/".repeat(2048) + "b"))
                .file("short", "x")
                .bytes());

        assertTrue(reason, reason.contains("more than 4095 bytes"));
    }

    @Test
    public void refusesLinksLongerThanLinuxHas() throws IOException {
        String reason = site.rejected(root().pax(Map.of("linkpath", "x".repeat(4096)))
                .symlink("./l", "short")
                .bytes());

        assertTrue(reason, reason.contains("more than 4095 bytes"));
    }

    @Test
    public void refusesLinksThatPointNowhere() throws IOException {
        assertTrue(site.rejected(root().symlink("./l", "").bytes()).contains("points nowhere"));
    }

    @Test
    public void refusesGiantHeaders() throws IOException {
        String reason = site.rejected(
                root().entry("PaxHeader", 'x', "", "", 07777777777L).bytes());

        assertTrue(reason, reason.contains("extended header of 1073741823 bytes"));
        assertTrue(site.rejected(
                        root().entry("././@LongLink", 'L', "", "", 1 << 20).bytes())
                .contains("extended header of 1048576 bytes"));
    }

    @Test
    public void boundsExtendedHeadersInSum() throws IOException {
        for (char type : "xgLK".toCharArray()) {
            TarBuilder many = root();
            String record = type == 'x' || type == 'g' ? "65016 user." : "";
            for (int i = 0; i < 300; i++) {
                many.entry("PaxHeader", type, "", record + String.format("%03d", i) + "=" + "x".repeat(65_000) + "\n");
            }
            String reason = site.rejected(many.file("./x", "x").bytes());
            assertTrue(type + reason, reason.contains("extended headers of more than"));
        }
    }

    @Test
    public void manyEmptyRecordsAreBoundedToo() throws IOException {
        String records = "5 a=\n".repeat(600_000);
        String reason = site.rejected(
                root().entry("PaxHeader", 'x', "", records).file("./x", "x").bytes());
        assertTrue(reason, reason.contains("extended headers of more than"));
    }

    @Test
    public void refusesDamagedRecords() throws IOException {
        for (String records : List.of(
                "0 path=x\n",
                "99 path=x\n",
                "path=x\n",
                "9 path=x\n\n",
                "10 path=xx",
                "-1 a=b\n",
                "7777777777777 a=b\n")) {
            String reason = site.rejected(
                    root().entry("PaxHeader", 'x', "", records).file("./x", "x").bytes());
            assertTrue(records + reason, reason.contains("extended header is damaged"));
        }
    }

    @Test
    public void refusesNumbersThatAreNone() throws IOException {
        for (Map<String, String> record : List.of(
                Map.of("size", "many"), Map.of("uid", "root"), Map.of("mtime", "1e9"), Map.of("uid", "9".repeat(30)))) {
            String reason = site.rejected(root().pax(record).file("./x", "x").bytes());
            assertTrue(
                    reason,
                    reason.contains("where " + record.keySet().iterator().next() + " belongs"));
        }
        assertTrue(
                site.rejected(root().pax(Map.of("size", "-1")).file("./x", "").bytes())
                        .contains("size below zero"));
        assertTrue(site.rejected(root().pax(Map.of("uid", "-1")).file("./x", "").bytes())
                .contains("impossible user"));
        assertTrue(site.rejected(
                        root().pax(Map.of("gid", "4294967296")).file("./x", "").bytes())
                .contains("impossible user or group 4294967296"));
    }

    @Test
    public void refusesASizeBeyondTheArchive() throws IOException {
        assertTrue(
                site.rejected(root().entry("./x", '0', "", "abc", 07777777777L).bytes())
                        .contains("truncated"));
        assertTrue(site.rejected(root().pax(Map.of("size", String.valueOf(Long.MAX_VALUE)))
                        .file("./x", "abc")
                        .bytes())
                .contains("cannot be imported"));
    }

    @Test
    public void refusesTypesItDoesNotKnow() throws IOException {
        assertTrue(site.rejected(root().entry("./x", 'Z', "", "").bytes()).contains("unknown type 'Z'"));
        assertTrue(site.rejected(root().entry("./x", 'M', "", "").bytes()).contains("one volume of several"));
    }

    @Test
    public void refusesAHeaderThatIsDamagedInTheMiddle() throws IOException {
        byte[] tar = root().file("./x", "x").bytes();
        tar[BLOCK + 3]++;

        String reason = site.rejected(tar);

        assertTrue(reason, reason.contains("what stands at byte 512 of the tar is no header"));
    }

    @Test
    public void survivesAnyDamage() throws IOException {
        byte[] sound = root().pax(Map.of("SCHILY.xattr.user.a", "b"))
                .file("./x", "x".repeat(3000))
                .hardLink("./y", "./x")
                .symlink("./z", "y")
                .bytes();
        Random random = new Random(42);
        for (int i = 0; i < 400; i++) {
            byte[] tar = sound.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                tar[random.nextInt(tar.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(tar.length) : tar.length;
            ImportResult result = site.importFrom(Site.DEBIAN, site.file(Arrays.copyOf(tar, length)));
            if (result instanceof Imported) {
                site.library.remove(Site.DEBIAN);
            }
            assertTrue(site.library.capsules().isEmpty());
            assertTrue(site.files().stream().allMatch(file -> file.startsWith("artifacts/")));
        }
    }

    @Test
    public void survivesDamageWithTheChecksumPutRight() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] header = Arrays.copyOf(new TarBuilder().file("./x", "").unended(), BLOCK);
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                header[random.nextInt(BLOCK)] = (byte) random.nextInt();
            }
            header[156] = (byte) "0S5xL1".charAt(random.nextInt(6));
            byte[] tar = root().block(header, "7 a=bc\n").bytes();
            if (site.importFrom(Site.DEBIAN, site.file(tar)) instanceof Imported) {
                site.library.remove(Site.DEBIAN);
            }
            assertTrue(site.library.capsules().isEmpty());
        }
    }

    private static TarBuilder root() {
        return new TarBuilder().minimalRoot();
    }

    private List<String> names(Capsule capsule) throws IOException {
        return Shell.lines(site.directory, "zstd -dc " + archive(capsule) + " | tar -tf -");
    }

    private String rawTar(Capsule capsule) throws IOException {
        return Shell.run(site.directory, "zstd -dc " + archive(capsule));
    }

    private String content(Capsule capsule, String path) throws IOException {
        return new String(
                Files.readAllBytes(site.store
                        .find(site.packer.file(capsule, path).sha256())
                        .orElseThrow()),
                StandardCharsets.ISO_8859_1);
    }

    private String archive(Capsule capsule) {
        return site.store.find(capsule.root().sha256()).orElseThrow().toString();
    }
}
