package org.perceus.module.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.NetworkConfigurator;
import org.perceus.provisioning.testkit.TestNode;

public class NetworkTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void namesAreAskedWhereTheNetworkSays() throws Exception {
        assertEquals(
                "search cluster.example\nnameserver 10.10.0.1\nnameserver 10.10.0.2\n",
                Rendered.of(folder, new TestNode()).file("/etc/resolv.conf"));
    }

    @Test
    public void withoutADomainNothingIsSearched() throws Exception {
        for (NetworkConfigurator manager : NetworkConfigurator.values()) {
            Rendered node = Rendered.of(folder, new TestNode().with(manager).withoutDomain());
            assertEquals("nameserver 10.10.0.1\nnameserver 10.10.0.2\n", node.file("/etc/resolv.conf"));
        }
    }

    @Test
    public void withoutNameServersTheCapsulesOwnStay() throws Exception {
        assertFalse(Rendered.of(folder, new TestNode().onBareNetwork()).has("/etc/resolv.conf"));
    }

    @Test
    public void aServiceSetsTheAddressWhereNobodyElseIsToldOfIt() throws Exception {
        for (NetworkConfigurator scripts : List.of(NetworkConfigurator.IFUPDOWN, NetworkConfigurator.NONE)) {
            assertEquals(
                    List.of(List.of("install_address", Rendered.MAC, "10.10.0.100/24", "10.10.0.1")),
                    Rendered.of(folder, new TestNode().with(scripts)).calls("install_address"));
            assertEquals(
                    List.of(List.of("install_address", Rendered.MAC, "10.10.0.100/24", "")),
                    Rendered.of(folder, new TestNode().with(scripts).onBareNetwork())
                            .calls("install_address"));
        }
    }

    @Test
    public void theServiceOnlyKeepsScriptsOffTheCardOfAManager() throws Exception {
        for (NetworkConfigurator manager : List.of(NetworkConfigurator.NETWORKD, NetworkConfigurator.NETWORK_MANAGER)) {
            assertEquals(
                    List.of(List.of("install_address", Rendered.MAC)),
                    Rendered.of(folder, new TestNode().with(manager)).calls("install_address"));
        }
    }

    @Test
    public void cloudInitConfiguresNoCard() throws Exception {
        assertEquals(
                "network: {config: disabled}\n",
                Rendered.of(folder, new TestNode()).file("/etc/cloud/cloud.cfg.d/99-perceus-network.cfg"));
    }
}
