package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.LINK;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.internal.network.NetworkSource;

public class DiscoveryTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;

    @Before
    public void open() {
        open(Map.of());
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void givesTheNextNameAndAddress() {
        site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
        Node first = site.discover(1);
        assertEquals(new Name("n0000"), first.name());
        assertEquals(address("10.10.0.100"), first.address());
        assertEquals(new Name("default"), first.group());
        assertTrue(first.approved());
        assertEquals(new Name("n0001"), site.discover(2).name());
        assertEquals(first, site.registry.snapshot().node(mac(1)).orElseThrow());
        assertEquals(first, site.registry.snapshot().node(new Name("n0000")).orElseThrow());
        assertEquals(first, site.registry.snapshot().node(first.address().get()).orElseThrow());
    }

    @Test
    public void aKnownMachineStaysAsItIs() {
        site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
        Node first = site.discover(1);
        assertEquals(first, site.discover(1));
        assertEquals(
                first,
                changed(site.registry.discover(mac(1), Ipv4Address.parse("192.0.2.1"), address("10.10.0.150")))
                        .get(0));
        assertEquals(1, site.registry.snapshot().nodes().size());
    }

    @Test
    public void givesTheAddressThatIsWantedWhenItCan() {
        site.network("lan", "10.10.0.0/24", "10.10.0.1-10.10.0.254");
        assertEquals(address("10.10.0.77"), wanting(1, "10.10.0.77"));
        assertEquals("taken", address("10.10.0.2"), wanting(2, "10.10.0.77"));
        assertEquals("elsewhere", address("10.10.0.3"), wanting(3, "192.0.2.7"));
        assertEquals("the server's", address("10.10.0.4"), wanting(4, "10.10.0.1"));
        assertEquals("the router's", address("10.10.0.5"), wanting(5, "10.10.0.254"));
        assertEquals("nobody's", address("10.10.0.6"), wanting(6, "10.10.0.255"));
    }

    @Test
    public void neverGivesTheServersTheRoutersOrTheEndsAddresses() {
        site.network("lan", "10.10.0.0/29", "10.10.0.1-10.10.0.6");
        Set<String> given = new HashSet<>();
        for (int i = 1; i <= 7; i++) {
            site.discover(i).address().map(Ipv4Address::toString).ifPresent(given::add);
        }
        assertEquals(Set.of("10.10.0.2", "10.10.0.3", "10.10.0.4", "10.10.0.5"), given);
    }

    @Test
    public void withoutRoomANodeHasNoAddressUntilThereIsSome() {
        site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.100");
        Node first = site.discover(1);
        assertEquals(Optional.empty(), site.discover(2).address());
        changed(site.registry.delete(List.of(first.mac()), ROOT));
        assertEquals(address("10.10.0.100"), site.discover(2).address());
        assertEquals(new Name("n0001"), site.discover(2).name());
    }

    @Test
    public void anAddressOfTheServerIsNeverGiven() {
        close();
        open(Map.of());
        site.network("lan", "10.10.0.0/24", "10.10.0.1-10.10.0.9");
        site.own("10.10.0.2");
        assertEquals(address("10.10.0.3"), site.discover(1).address());
        Optional<Ipv4Address> wanted = address("10.10.0.2");
        Node node = changed(site.registry.discover(mac(2), LINK, wanted)).get(0);
        assertEquals(address("10.10.0.4"), node.address());
    }

    @Test
    public void aReservedNameIsNeverGiven() {
        close();
        open(Map.of("namePattern", "localhost#", "nameFirst", "4"));
        site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
        assertEquals(new Name("localhost5"), site.discover(1).name());
        assertEquals(new Name("localhost7"), site.discover(2).name());
    }

    @Test
    public void withoutANameThereIsNoNode() {
        close();
        open(Map.of("namePattern", "n#", "nameFirst", "8"));
        site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
        site.discover(1);
        site.discover(2);
        String reason = rejected(site.registry.discover(mac(3), LINK, Optional.empty()));
        assertEquals(
                "No name is left for 52:54:00:00:00:03: all of n# are taken,"
                        + " so delete nodes or put another # into namePattern",
                reason);
        changed(site.registry.delete(List.of(mac(1)), ROOT));
        assertEquals(new Name("n8"), site.discover(3).name());
    }

    @Test
    public void aMachineOnNoNetworkIsRejected() {
        assertEquals(
                "52:54:00:00:00:01 asked on 10.10.0.1, which is in no provisioning network: none is configured yet",
                rejected(site.registry.discover(mac(1), LINK, Optional.empty())));
        site.network("lan", "10.20.0.0/24", "10.20.0.100-10.20.0.199");
        assertEquals(
                "52:54:00:00:00:01 asked on 10.10.0.1, which is in no provisioning network: there is lan 10.20.0.0/24",
                rejected(site.registry.discover(mac(1), LINK, Optional.empty())));
    }

    @Test
    public void usesTheNetworkOfTheLink() {
        site.network("a", "10.20.0.0/24", "10.20.0.100-10.20.0.199");
        NetworkSource lan = site.network("b", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
        assertEquals(address("10.10.0.100"), site.discover(1).address());
        site.registry.unbindNetwork(lan, Map.of());
        rejected(site.registry.discover(mac(2), LINK, Optional.empty()));
        assertEquals(1, site.registry.snapshot().networks().size());
    }

    @Test
    public void aNewPoolKnowsTheAddressesInUse() {
        NetworkSource lan = site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
        site.discover(1);
        site.registry.unbindNetwork(lan, Map.of());
        site.network("lan", "10.10.0.0/24", "10.10.0.99-10.10.0.199");
        assertEquals(address("10.10.0.99"), site.discover(2).address());
        assertEquals(address("10.10.0.101"), site.discover(3).address());
    }

    @Test
    public void namesAndAddressesThatWereGivenByHandAreLeftOut() {
        site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
        changed(site.registry.add(List.of(spec(9, "n0001", "10.10.0.101")), ROOT));
        site.discover(1);
        Node second = site.discover(2);
        assertEquals(new Name("n0002"), second.name());
        assertEquals(address("10.10.0.102"), second.address());
        changed(site.registry.set(List.of(mac(9)), to("name", "login"), ROOT));
        assertEquals(new Name("n0001"), site.discover(3).name());
    }

    @Test
    public void configurationMayChangeMeanwhile() {
        site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
        site.discover(1);
        site.registry.modified(Map.of("namePattern", "c##", "approve", "manual", "defaultGroup", "new"));
        Node node = site.discover(2);
        assertEquals(new Name("c00"), node.name());
        assertEquals(new Name("new"), node.group());
        assertFalse(node.approved());
    }

    private void open(Map<String, String> properties) {
        site = new TestSite(
                folder.getRoot().toPath().resolve("r.db"), properties, Instant.parse("2026-11-01T12:00:00Z"));
    }

    private Optional<Ipv4Address> wanting(long mac, String wanted) {
        return changed(site.registry.discover(mac(mac), LINK, address(wanted)))
                .get(0)
                .address();
    }

    private static Optional<Ipv4Address> address(String text) {
        return Optional.of(Ipv4Address.parse(text));
    }
}
