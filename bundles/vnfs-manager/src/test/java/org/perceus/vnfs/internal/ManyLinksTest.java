package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.tar.TarBuilder;

/**
 * Roots of backups and package caches: nearly every name is a hard link. What takes seconds here would take hours if each
 * link were looked for among all others.
 */
public class ManyLinksTest {
    private static final int LINKS = 80_000;
    private static final int MINUTE = 60_000;

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Test(timeout = MINUTE)
    public void packsManyNamesOfOneFile() throws IOException {
        TarBuilder tar = new TarBuilder().minimalRoot().file("./first", "content");
        for (int i = 0; i < LINKS; i++) {
            tar.hardLink("./link" + i, "./first");
        }
        assertEquals(LINKS, linksPacked(tar));
    }

    @Test(timeout = MINUTE)
    public void packsManyFilesOfTwoNames() throws IOException {
        TarBuilder tar = new TarBuilder().minimalRoot();
        for (int i = 0; i < LINKS; i++) {
            tar.file("./a" + i, "").hardLink("./b" + i, "./a" + i);
        }
        assertEquals(LINKS, linksPacked(tar));
    }

    /** By each of the ways that go through all names; counts the hard links of the last. */
    private long linksPacked(TarBuilder tar) throws IOException {
        Site site = new Site(temporary, Limits.of(1L << 40, 4 * LINKS), Clock.systemUTC());
        Capsule capsule = site.imported(tar.bytes());
        assertTrue(site.packer.initramfs(capsule, Progress.none()).size() > 0);
        long links = 0;
        try (InputStream part = site.packer.tar(capsule, path -> !path.startsWith("/boot"))) {
            byte[] block = part.readNBytes(512);
            while (block.length == 512) {
                if (new String(block, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar") && block[156] == '1') {
                    links++;
                }
                block = part.readNBytes(512);
            }
        }
        return links;
    }
}
