package org.perceus.provisioning.spi.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.ProvisioningException;

public class SiteTextTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void textIsReadWithinItsBound() throws Exception {
        Path file = folder.newFile().toPath();
        Files.writeString(file, "\u00e4".repeat(512));
        assertEquals("\u00e4".repeat(512), SiteText.read(file, 1024));
        Files.writeString(file, "x".repeat(1025));
        assertSays("has more than 1 KiB", file);
    }

    @Test
    public void bytesAreNoText() throws Exception {
        Path file = folder.newFile().toPath();
        for (byte[] bytes : new byte[][] {{'a', 0}, {(byte) 0xff}, {(byte) 0xc3}}) {
            Files.write(file, bytes);
            assertSays("is not text in UTF-8", file);
        }
    }

    private static void assertSays(String end, Path file) {
        assertEquals(
                end,
                assertThrows(ProvisioningException.class, () -> SiteText.read(file, 1024))
                        .getMessage());
    }
}
