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
