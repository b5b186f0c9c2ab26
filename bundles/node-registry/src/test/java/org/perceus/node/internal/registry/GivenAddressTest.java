package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.LINK;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Node;
import org.perceus.node.StrangerLeases.Result.Lent;
import org.perceus.node.StrangerLeases.Result.Refused;
import org.perceus.node.StrangerLeases.Stage;
import org.perceus.node.internal.stranger.MemoryLeases;

/** A network on which another DHCP server gives the addresses. */
public class GivenAddressTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;
    private MemoryLeases leases;

    @Before
    public void open() {
        site = new TestSite(folder.getRoot().toPath().resolve("r.db"));
        site.network("lan", "10.10.0.0/24", "");
        site.network("ours", "10.20.0.0/24", "10.20.0.100-10.20.0.199");
        site.own("10.10.0.1");
        leases = site.leases(Map.of());
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void aNodeFollowsTheServerThatGivesTheAddresses() {
        Node node = site.discover(1);
        assertEquals("none is made up", Optional.empty(), node.address());
        assertEquals(Optional.of(address("10.10.0.50")), given(1, "10.10.0.50").address());
        assertEquals(Optional.of(address("10.10.0.51")), given(1, "10.10.0.51").address());
        assertEquals(
                node.name(),
                site.registry
                        .snapshot()
                        .node(address("10.10.0.51"))
                        .orElseThrow()
                        .name());
        assertEquals(Optional.empty(), site.registry.snapshot().node(address("10.10.0.50")));
    }

    @Test
    public void noNodeIsGivenWhatItCannotHave() {
        site.discover(1);
        changed(site.registry.add(List.of(spec(2, "n7", "10.10.0.70")), ROOT));
        refused("10.10.0.70", "is the address of node n7");
        refused("10.10.0.1", "this server's own address");
        refused("10.10.0.254", "is the router of network lan");
        refused("10.30.0.5", "is in no provisioning network");
        refused("10.20.0.5", "has a pool");
        assertEquals(
                "No node has the MAC address " + mac(9), rejected(site.registry.given(mac(9), address("10.10.0.9"))));
        assertEquals(
                Optional.empty(),
                site.registry.snapshot().node(mac(1)).orElseThrow().address());
    }

    @Test
    public void aMachineThatIsNoNodeBecomesOneWithTheAddressThatItWasGiven() {
        Lent lent = (Lent) leases.given(mac(3), address("10.10.0.60"));
        assertEquals(Stage.HEARD_OF, lent.lease().stage());
        assertEquals(lent.lease(), leases.find(mac(3)).orElseThrow());
        Node node = changed(site.registry.discover(mac(3), LINK, Optional.of(address("10.10.0.60"))))
                .get(0);
        assertEquals(Optional.of(address("10.10.0.60")), node.address());
    }

    @Test
    public void whoIsGivenTheAddressOfAnotherHasItInItsPlace() {
        leases.given(mac(3), address("10.10.0.60"));
        leases.given(mac(4), address("10.10.0.60"));
        leases.given(mac(4), address("10.10.0.61"));
        assertEquals(
                List.of(mac(4)),
                leases.leases().stream().map(lease -> lease.mac()).toList());
        assertEquals(address("10.10.0.61"), leases.find(mac(4)).orElseThrow().address());
    }

    @Test
    public void nothingIsLentWhereAnotherServerGivesTheAddresses() {
        Refused refused = (Refused) leases.lend(mac(5), LINK, Optional.of(address("10.10.0.80")), Stage.OFFERED);
        assertTrue(
                refused.reason(), refused.reason().contains("another DHCP server gives the addresses of network lan"));
        assertTrue(leases.given(mac(5), address("10.20.0.5")) instanceof Refused);
        changed(site.registry.add(List.of(spec(2, "n7", "10.10.0.70")), ROOT));
        refused = (Refused) leases.given(mac(5), address("10.10.0.70"));
        assertEquals("10.10.0.70 is the address of node n7", refused.reason());
        assertTrue(leases.given(mac(5), address("10.10.0.1")) instanceof Refused);
    }

    private Node given(long mac, String address) {
        return changed(site.registry.given(mac(mac), address(address))).get(0);
    }

    private void refused(String address, String part) {
        String reason = rejected(site.registry.given(mac(1), address(address)));
        assertTrue(reason, reason.contains(part));
    }

    private static Ipv4Address address(String text) {
        return Ipv4Address.parse(text);
    }
}
