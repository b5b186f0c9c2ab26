package org.perceus.module.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NetworkConfigurator;
import org.perceus.provisioning.testkit.TestNode;

public class NetworkdTest {
    private static final String UNIT = "/etc/systemd/network/00-perceus.network";
    private static final String MATCH =
            "[Match]\nMACAddress=52:54:00:12:34:56\nPermanentMACAddress=52:54:00:12:34:56\nKind=!*\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theBootCardAloneKeepsItsAddress() throws Exception {
        assertEquals(
                MATCH
                        + """

                        [Network]
                        Address=10.10.0.100/24
                        KeepConfiguration=static
                        Gateway=10.10.0.1
                        DNS=10.10.0.1
                        DNS=10.10.0.2
                        Domains=cluster.example
                        """,
                Rendered.of(folder, new TestNode()).file(UNIT));
    }

    @Test
    public void aBareNetworkGivesTheAddressOnly() throws Exception {
        assertEquals(
                MATCH + "\n[Network]\nAddress=10.10.0.100/24\nKeepConfiguration=static\n",
                Rendered.of(folder, new TestNode().onBareNetwork()).file(UNIT));
    }

    @Test
    public void itIsReadBeforeWhatNetplanWrites() {
        assertTrue("00-perceus.network".compareTo("10-netplan-eth0.network") < 0);
    }

    @Test
    public void whatASiteAddsIsRead() throws Exception {
        assertEquals("10-perceus.network.d", Rendered.of(folder, new TestNode()).link(UNIT + ".d"));
    }

    @Test
    public void theServiceIsEnabled() throws Exception {
        assertEquals(
                "/lib/systemd/system/systemd-networkd.service",
                Rendered.of(folder, new TestNode())
                        .link("/etc/systemd/system/multi-user.target.wants/systemd-networkd.service"));
    }

    @Test
    public void theCardOfAnotherIsLeftAlone() throws Exception {
        for (NetworkConfigurator other : List.of(NetworkConfigurator.NETWORK_MANAGER, NetworkConfigurator.IFUPDOWN)) {
            Rendered node = Rendered.of(folder, new TestNode().with(other));
            assertEquals(MATCH + "\n[Link]\nUnmanaged=yes\n", node.file(UNIT));
            assertFalse(node.has("/etc/systemd/system/multi-user.target.wants/systemd-networkd.service"));
        }
    }

    @Test
    public void aSystemWithoutSystemdHasNoNetworkd() throws Exception {
        assertFalse(Rendered.of(
                        folder,
                        new TestNode().with(NetworkConfigurator.IFUPDOWN).with(InitSystem.OPENRC))
                .has("/etc/systemd"));
    }
}
