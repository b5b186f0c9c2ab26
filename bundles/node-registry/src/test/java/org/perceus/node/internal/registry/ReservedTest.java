package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Network;
import org.perceus.node.internal.network.NetworkForm;

/** What a node cannot have because others have it. */
public class ReservedTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void noNodeIsNamedLikeEveryHost() {
        try (TestSite site = TestSite.withLan(folder.getRoot().toPath().resolve("r.db"))) {
            String added =
                    TestSite.rejected(site.registry.add(List.of(TestSite.spec(1, "localhost", null)), TestSite.ROOT));
            assertTrue(added, added.contains("/etc/hosts"));
            site.discover(2);
            String renamed = TestSite.rejected(
                    site.registry.set(List.of(TestSite.mac(2)), TestSite.to("name", "ip6-localhost"), TestSite.ROOT));
            assertTrue(renamed, renamed.contains("/etc/hosts"));
        }
    }

    @Test
    public void noNodeHasTheAddressOfANameServer() {
        try (TestSite site = new TestSite(folder.getRoot().toPath().resolve("r.db"))) {
            Optional<Network> network = Optional.of(new NetworkForm(Map.of(
                            "name",
                            "lan",
                            "subnet",
                            "10.10.0.0/24",
                            "pool",
                            "10.10.0.2-10.10.0.9",
                            "nameServers",
                            "10.10.0.2"))
                    .read());
            site.registry.bindNetwork(() -> network, Map.of());
            String added =
                    TestSite.rejected(site.registry.add(List.of(TestSite.spec(1, "n1", "10.10.0.2")), TestSite.ROOT));
            assertTrue(added, added.contains("is a name server of network lan"));
            assertEquals(
                    Optional.of(Ipv4Address.parse("10.10.0.3")),
                    site.discover(2).address());
        }
    }
}
