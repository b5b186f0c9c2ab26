package org.example.squashfs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.TestBuild;

public class SquashfsBuildTest {
    private static final int NAME_AT = 110;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theRootIsASquashfsInAnArchive() throws Exception {
        assumeTrue("squashfs-tools are installed", isThere());
        TestBuild build = new TestBuild(folder.newFolder().toPath()).with("/usr/share/big", "0123456789".repeat(100_000));
        new SquashfsOverlay().build(build);
        assertEquals(
                List.of("kernel as kernel", "drivers as drivers", "file root.cpio as root"), build.published());
        byte[] archive = build.file("root");
        assertEquals("070701", text(archive, 0, 6));
        assertEquals("root.squashfs\0", text(archive, NAME_AT, NAME_AT + 14));
        assertEquals("where the file begins", "hsqs", text(archive, 124, 128));
        assertEquals("length of the archive", 0, archive.length % 4);
        assertTrue(archive.length + " bytes of a root of a million", archive.length < 20_000);
    }

    @Test
    public void whatABootLoaderReadsTakesNoMemory() throws Exception {
        assumeTrue("squashfs-tools are installed", isThere());
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        String kernel = new String(noise, StandardCharsets.ISO_8859_1);
        TestBuild build = new TestBuild(folder.newFolder().toPath()).with("/boot/vmlinuz-6.1", kernel);
        new SquashfsOverlay().build(build);
        int size = build.file("root").length;
        assertTrue(size + " bytes without a kernel of 200 thousand", size < 20_000);
    }

    @Test
    public void equalRootsMakeEqualImages() throws Exception {
        assumeTrue("squashfs-tools are installed", isThere());
        byte[] first = image();
        // files have their times in seconds
        Thread.sleep(1100);
        assertTrue(Arrays.equals(first, image()));
    }

    @Test
    public void holesAreTakenAsTheServerWritesThem() throws Exception {
        assumeTrue("squashfs-tools are installed", isThere());
        Path image = folder.newFolder().toPath().resolve("image");
        byte[] root = sparseRoot();
        new SquashfsTools().pack(new TestBuild(folder.newFolder().toPath()).withRoot(root), image);
        Process list = new ProcessBuilder("unsquashfs", "-ll", image.toString()).start();
        String files = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(files, files.lines().anyMatch(line -> line.contains(" 20971520 ") && line.endsWith("/var/log/lastlog")));
    }

    /** An archive with a file of 20 MiB, nearly all of it a hole, in the form that GNU tar calls sparse 0.0. */
    private static byte[] sparseRoot() {
        String records = "28 GNU.sparse.size=20971520\n26 GNU.sparse.numblocks=2\n23 GNU.sparse.offset=0\n"
                + "28 GNU.sparse.numbytes=4096\n30 GNU.sparse.offset=20971520\n25 GNU.sparse.numbytes=0\n";
        return (entry("x", 'x', records) + entry("./var/log/lastlog", '0', "x".repeat(4096)) + "\0".repeat(1024))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String entry(String name, char type, String content) {
        StringBuilder header = new StringBuilder("\0".repeat(512));
        put(header, 0, name);
        put(header, 100, "0000644\0000000000\0000000000\000");
        put(header, 124, String.format("%011o", content.length()) + "\00000000000000\000");
        put(header, 148, "        " + type);
        put(header, 257, "ustar\00000");
        put(header, 148, String.format("%06o\0 ", header.chars().sum()));
        return header + content + "\0".repeat(Math.floorMod(-content.length(), 512));
    }

    private static void put(StringBuilder header, int at, String text) {
        header.replace(at, at + text.length(), text);
    }

    @Test
    public void aRootThatEndsInTheMiddleIsRefused() throws Exception {
        assumeTrue("squashfs-tools are installed", isThere());
        Path image = folder.newFolder().toPath().resolve("image");
        TestBuild build = new TestBuild(folder.newFolder().toPath());
        byte[] half = Arrays.copyOf(build.openRoot().readAllBytes(), 700);
        assertThrows(
                ProvisioningException.class,
                () -> new SquashfsTools().pack(build.withRoot(half), image));
    }

    @Test
    public void aMissingProgramIsNamed() throws Exception {
        SquashfsTools none = new SquashfsTools(folder.getRoot().toString());
        ProvisioningException refusal = assertThrows(ProvisioningException.class, none::require);
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("apt-get install squashfs-tools"));
        assertTrue(none.remark(), none.remark().startsWith("No image can be made"));
    }

    private byte[] image() throws Exception {
        Path image = folder.newFolder().toPath().resolve("image");
        new SquashfsTools().pack(new TestBuild(folder.newFolder().toPath()), image);
        return Files.readAllBytes(image);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static boolean isThere() {
        return !new SquashfsTools().remark().startsWith("No image");
    }
}
