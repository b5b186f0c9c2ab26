package org.perceus.node.internal.stranger;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.LINK;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.get;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.spec;

import java.time.Duration;
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
import org.perceus.node.StrangerLeases.Lease;
import org.perceus.node.StrangerLeases.Result;
import org.perceus.node.StrangerLeases.Result.Lent;
import org.perceus.node.StrangerLeases.Result.Refused;
import org.perceus.node.StrangerLeases.Stage;
import org.perceus.node.internal.registry.TestSite;

public class MemoryLeasesTest {
    private static final int POOL = 100;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;
    private MemoryLeases leases;

    @Before
    public void open() {
        site = new TestSite(folder.getRoot().toPath().resolve("r.db"));
        site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
        leases = site.leases(Map.of());
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void aMachineKeepsTheAddressThatItWasOffered() {
        Lease offered = lent(ask(1, Stage.OFFERED));
        assertEquals(offered.address(), lent(ask(1, Stage.REQUESTED)).address());
        assertNotEquals(offered.address(), lent(ask(2, Stage.OFFERED)).address());
        site.now = site.now.plus(Duration.ofDays(1));
        assertEquals(offered.address(), lent(ask(1, Stage.OFFERED)).address());
    }

    @Test
    public void whatIsGivenBackIsTheMachinesAsLongAsNobodyElseHasIt() {
        Lease lease = lent(ask(1, Stage.REQUESTED));
        assertTrue(leases.isHeld(lease.mac()));
        leases.release(lease.mac());
        assertFalse(leases.isHeld(lease.mac()));
        assertEquals(lease.address(), lent(ask(1, Stage.OFFERED)).address());
        leases.release(lease.mac());
        lent(leases.lend(mac(2), LINK, Optional.of(lease.address()), Stage.REQUESTED));
        assertNotEquals(lease.address(), lent(ask(1, Stage.OFFERED)).address());
    }

    @Test
    public void nobodyGivesBackWhatSomebodyWasHeardOfAt() {
        Lease lease = lent(ask(1, Stage.REQUESTED));
        leases.heardOf(lease.mac(), lease.address());
        leases.release(lease.mac());
        assertTrue(leases.isHeld(lease.mac()));
    }

    @Test
    public void offersAloneTakeNothingFromAnybody() {
        for (int i = 0; i < 10_000; i++) {
            lent(ask(1_000 + i, Stage.OFFERED));
        }
        Lease honest = lent(ask(1, Stage.OFFERED));
        for (int i = 0; i < 10; i++) {
            lent(ask(20_000 + i, Stage.OFFERED));
        }
        assertEquals(honest.address(), lent(ask(1, Stage.REQUESTED)).address());
    }

    @Test
    public void whatNobodyIsHeardOfAtIsLentToOthersAfterTwoMinutes() {
        for (int i = 0; i < 4 * POOL; i++) {
            ask(1_000 + i, Stage.REQUESTED);
        }
        Refused refused = (Refused) ask(1, Stage.OFFERED);
        assertEquals("no address is left in the pool of network lan", refused.reason());
        site.now = site.now.plus(Duration.ofSeconds(121));
        Lease honest = lent(ask(1, Stage.REQUESTED));
        leases.heardOf(mac(1), honest.address());
        for (int i = 0; i < 4 * POOL; i++) {
            ask(5_000 + i, Stage.REQUESTED);
        }
        assertEquals(Stage.HEARD_OF, leases.find(mac(1)).orElseThrow().stage());
        assertEquals(honest.address(), leases.find(mac(1)).orElseThrow().address());
        assertEquals(POOL, leases.leases().size());
    }

    @Test
    public void aLeaseEndsAfterItsTime() {
        leases = site.leases(Map.of("strangerLeaseSeconds", "600"));
        Ipv4Address address = lent(ask(1, Stage.REQUESTED)).address();
        leases.heardOf(mac(1), address);
        site.now = site.now.plus(Duration.ofSeconds(599));
        assertEquals(1, leases.leases().size());
        site.now = site.now.plus(Duration.ofSeconds(2));
        assertEquals(List.of(), leases.leases());
    }

    @Test
    public void neverGivesWhatIsSomebodysOrOfTheNetworkItself() {
        site.close();
        site = new TestSite(folder.getRoot().toPath().resolve("small.db"));
        site.networkWith("tiny", "10.10.0.0/29", "10.10.0.1-10.10.0.6", "10.10.0.2");
        site.own("10.10.0.3");
        leases = site.leases(Map.of());
        changed(site.registry.add(List.of(spec(9, "a", "10.10.0.4")), ROOT));
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            if (ask(100 + i, Stage.REQUESTED) instanceof Lent lent) {
                given.add(lent.lease().address().toString());
            }
        }
        // .1 is where it was asked, .6 the router
        assertEquals(Set.of("10.10.0.5"), given);
    }

    @Test
    public void nodesAreNotGivenWhatAMachineUses() {
        Ipv4Address address = lent(ask(1, Stage.REQUESTED)).address();
        assertNotEquals(
                Optional.of(address),
                changed(site.registry.add(List.of(spec(2, "a", null)), ROOT))
                        .get(0)
                        .address());
        assertNotEquals(
                Optional.of(address),
                changed(site.registry.discover(mac(3), LINK, Optional.of(address)))
                        .get(0)
                        .address());
        assertEquals(
                Optional.of(address),
                changed(site.registry.discover(mac(1), LINK, Optional.of(address)))
                        .get(0)
                        .address());
    }

    @Test
    public void anAdministratorMayGiveItAllTheSame() {
        Ipv4Address address = lent(ask(1, Stage.REQUESTED)).address();
        changed(site.registry.add(List.of(spec(2, "a", address.toString())), ROOT));
        assertNotEquals(address, lent(ask(1, Stage.REQUESTED)).address());
    }

    @Test
    public void anAddressThatIsSetAsideIsLeftAloneForAnHour() {
        Ipv4Address address = lent(ask(1, Stage.REQUESTED)).address();
        leases.setAside(address);
        assertNotEquals(address, lent(ask(1, Stage.OFFERED)).address());
        assertNotEquals(Optional.of(address), get(site.registry.discover(mac(3), LINK, Optional.of(address))));
        site.now = site.now.plus(Duration.ofMinutes(61));
        assertEquals(
                address,
                lent(leases.lend(mac(4), LINK, Optional.of(address), Stage.OFFERED))
                        .address());
    }

    @Test
    public void aPoolHasRoomWhereNobodyIsPushedOutForIt() {
        leases = site.leases(Map.of("strangersPerSecond", "1000"));
        assertFalse(leases.hasRoom(Ipv4Address.parse("192.168.7.1")));
        for (int i = 0; i < POOL; i++) {
            assertTrue(leases.hasRoom(LINK));
            lent(ask(1_000 + i, Stage.OFFERED));
        }
        assertFalse(leases.hasRoom(LINK));
        site.now = site.now.plus(Duration.ofSeconds(61));
        assertTrue(leases.hasRoom(LINK));
        lent(ask(1, Stage.OFFERED));
    }

    @Test
    public void manyAtOnceAreLimited() {
        leases = site.leases(Map.of("strangersPerSecond", "5"));
        for (int i = 0; i < 50; i++) {
            lent(ask(1_000 + i, Stage.OFFERED));
        }
        Refused refused = (Refused) ask(1, Stage.OFFERED);
        assertTrue(refused.reason(), refused.reason().startsWith("more than 5 unknown machines a second"));
        lent(ask(1_000, Stage.REQUESTED));
        site.now = site.now.plus(Duration.ofSeconds(1));
        lent(ask(1, Stage.OFFERED));
    }

    @Test
    public void whoAsksElsewhereIsToldSo() {
        Refused refused =
                (Refused) leases.lend(mac(1), Ipv4Address.parse("192.168.7.1"), Optional.empty(), Stage.OFFERED);
        assertEquals("it asks on 192.168.7.1, which is in no provisioning network", refused.reason());
    }

    private Result ask(long mac, Stage stage) {
        return leases.lend(mac(mac), LINK, Optional.empty(), stage);
    }

    private static Lease lent(Result result) {
        if (result instanceof Lent lent) {
            return lent.lease();
        }
        throw new AssertionError(result);
    }
}
