package org.perceus.module.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NetworkConfigurator;
import org.perceus.provisioning.testkit.TestNode;

public class NetworkManagerTest {
    private static final String PROFILE = "/etc/NetworkManager/system-connections/perceus.nmconnection";
    private static final String SETTINGS = "/etc/NetworkManager/conf.d/90-perceus.conf";
    private static final String WANTED = "/etc/systemd/system/multi-user.target.wants/NetworkManager.service";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theProfileWinsTheBootCard() throws Exception {
        Rendered node = Rendered.of(folder, managed());
        assertEquals(
                """
                [connection]
                id=perceus
                uuid=UUID
                type=ethernet
                autoconnect=true
                autoconnect-priority=999
                autoconnect-retries=0

                [ethernet]
                mac-address=52:54:00:12:34:56

                [ipv4]
                method=manual
                address1=10.10.0.100/24,10.10.0.1
                dns=10.10.0.1;10.10.0.2;
                dns-search=cluster.example;

                [ipv6]
                method=auto
                """,
                node.file(PROFILE).replaceFirst("uuid=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "uuid=UUID"));
        assertEquals("NetworkManager reads no profile that others can read", "rw-------", node.mode(PROFILE));
    }

    @Test
    public void whatTakesAllCardsFromItDoesNotTakeThisOne() throws Exception {
        assertEquals(
                "[keyfile]\nunmanaged-devices+=interface-name:perceus-none;except:mac:52:54:00:12:34:56\n",
                Rendered.of(folder, managed()).file(SETTINGS));
    }

    @Test
    public void theProfileIsTheSameAtEachBoot() throws Exception {
        assertEquals(
                Rendered.of(folder, managed()).file(PROFILE),
                Rendered.of(folder, managed()).file(PROFILE));
    }

    @Test
    public void aBareNetworkGivesTheAddressOnly() throws Exception {
        String profile = Rendered.of(folder, managed().onBareNetwork()).file(PROFILE);
        assertEquals(
                "[ipv4]\nmethod=manual\naddress1=10.10.0.100/24\n\n[ipv6]\nmethod=auto\n",
                profile.substring(profile.indexOf("[ipv4]")));
    }

    @Test
    public void theServiceIsEnabledWhereItIsKnownHow() throws Exception {
        assertEquals(
                "/lib/systemd/system/NetworkManager.service",
                Rendered.of(folder, managed()).link(WANTED));
        assertFalse(Rendered.of(folder, managed().with(InitSystem.OPENRC)).has("/etc/systemd"));
    }

    @Test
    public void theCardOfAnotherIsLeftAlone() throws Exception {
        Rendered node = Rendered.of(folder, new TestNode().with(NetworkConfigurator.NETWORKD));
        assertEquals("[keyfile]\nunmanaged-devices+=mac:52:54:00:12:34:56\n", node.file(SETTINGS));
        assertFalse(node.has(PROFILE));
        assertFalse(node.has(WANTED));
    }

    private static TestNode managed() {
        return new TestNode().with(NetworkConfigurator.NETWORK_MANAGER);
    }
}
