package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.internal.tar.TarBuilder;

/** Texts of a root whose look at it would take hours when it went back for each of their characters. */
public class HostileTextTest {
    /** A little less than the largest text that is read. */
    private static final int MANY = 1_000_000;

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final TarBuilder root = new TarBuilder().minimalRoot();

    @Test(timeout = 60_000)
    public void readsAMountPointOfSlashes() throws IOException {
        root.file("./etc/fstab", "/dev/sda1 /x" + "/".repeat(MANY) + "y ext4\n");

        assertEquals(Site.DEBIAN, new Site(temporary).imported(root.bytes()).id());
    }

    @Test(timeout = 60_000)
    public void readsANetworkConfigurationOfEmptyLines() throws IOException {
        root.file("./usr/sbin/netplan", "").file("./etc/netplan/a.yaml", "\n".repeat(MANY));

        assertEquals(Site.DEBIAN, new Site(temporary).imported(root.bytes()).id());
    }
}
