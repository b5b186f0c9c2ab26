package org.perceus.provisioning.internal.whereabouts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.boot.HardwareAddress;
import org.perceus.module.testing.FakeClock;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.provisioning.Strangers.Stranger;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.served.FakeInterface;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.internal.stranger.StrangerRig;

/** Machines that another DHCP server sent here. */
public class WhereaboutsTest {
    private static final MacAddress UNKNOWN = MacAddress.parse("52:54:00:00:00:99");
    private static final Ipv4Address GIVEN = Ipv4Address.parse("10.50.0.7");

    private final FakeRegistry registry = new FakeRegistry().with(Samples.node());
    private final FakeClock clock = new FakeClock();
    private final ServedInterfaces interfaces = new ServedInterfaces();
    private final StrangerRig rig = new StrangerRig(registry, interfaces, clock);

    @Before
    public void addTheNetworkOfTheOther() {
        registry.with(ofAnother("theirs", "10.50.0.0/24"));
    }

    /** A network whose addresses another server gives. */
    private static Network ofAnother(String name, String subnet) {
        return new Network(
                name,
                Subnet.parse(subnet),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Duration.ofHours(1),
                Optional.empty(),
                false);
    }

    @Test
    public void aNodeIsFollowedToTheAddressAtWhichTheKernelReachesIt() throws Exception {
        rig.present.put(GIVEN, new HardwareAddress(Samples.MAC.value()));
        assertEquals(new Located.Here(Samples.MAC, false), locate(Samples.MAC, GIVEN));
        assertEquals(
                Optional.of(GIVEN),
                registry.snapshot().node(Samples.MAC).orElseThrow().address());
    }

    @Test
    public void aMachineThatIsNoNodeIsTakenForLentItsAddress() throws Exception {
        rig.present.put(GIVEN, new HardwareAddress(UNKNOWN.value()));
        assertEquals(new Located.Here(UNKNOWN, false), locate(UNKNOWN, GIVEN));
        assertEquals(GIVEN, rig.leases.find(UNKNOWN).orElseThrow().address());
    }

    @Test
    public void whoIsAnotherMachineIsToldSo() throws Exception {
        rig.present.put(GIVEN, new HardwareAddress(0x525400000001L));
        assertEquals("it asks from an address where another card is", refused(Samples.MAC, GIVEN));
        assertEquals(
                "nothing is changed",
                Optional.of(Samples.ADDRESS),
                registry.snapshot().node(Samples.MAC).orElseThrow().address());
    }

    @Test
    public void behindARouterItIsWhatItTookThroughTheRelay() throws Exception {
        assertTrue(refused(UNKNOWN, GIVEN).contains("behind a router"));
        assertEquals(
                "'perceus node add --address 10.50.0.7 52:54:00:00:00:99'",
                stranger(UNKNOWN).remedy().replace("say so: ", ""));
        rig.taken.note(UNKNOWN, GIVEN);
        assertEquals(new Located.Here(UNKNOWN, false), locate(UNKNOWN, GIVEN));
    }

    @Test
    public void madeUpMachinesPushOutNeitherNodesNorWhatIsOfAnotherNetwork() throws Exception {
        registry.with(ofAnother("far", "10.60.0.0/16"));
        Ipv4Address ofNode = Ipv4Address.parse("10.60.0.9");
        rig.taken.note(Samples.MAC, ofNode);
        rig.taken.note(UNKNOWN, GIVEN);
        for (int i = 0; i <= TakenAddresses.MOST_STRANGERS; i++) {
            rig.taken.note(new MacAddress(0x020000000000L + i), Ipv4Address.parse("10.60.1.1"));
            rig.taken.note(new MacAddress(0x020000000000L + i), Samples.ADDRESS);
        }
        assertEquals(new Located.Here(Samples.MAC, false), locate(Samples.MAC, ofNode));
        assertEquals(new Located.Here(UNKNOWN, false), locate(UNKNOWN, GIVEN));
        assertTrue(refused(new MacAddress(0x020000000000L), Ipv4Address.parse("10.60.1.1"))
                .contains("behind a router"));
    }

    @Test
    public void whatWasTakenLongAgoOrElsewhereSaysNothing() throws Exception {
        rig.taken.note(UNKNOWN, Ipv4Address.parse("10.50.0.8"));
        refused(UNKNOWN, GIVEN);
        rig.taken.note(UNKNOWN, GIVEN);
        clock.move(Duration.ofMinutes(11));
        refused(UNKNOWN, GIVEN);
    }

    @Test
    public void aNodeAtItsOwnAddressIsThereWhereverItsNetworkIs() throws Exception {
        assertEquals(new Located.Here(Samples.MAC, false), locate(Samples.MAC, Samples.ADDRESS));
    }

    @Test
    public void itIsKnownWhoGivesTheAddresses() throws Exception {
        interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of("dhcp", "http")));
        assertEquals(new Located.Here(Samples.MAC, true), locate(Samples.MAC, Samples.ADDRESS));
        rig.present.put(GIVEN, new HardwareAddress(Samples.MAC.value()));
        assertEquals(new Located.Here(Samples.MAC, false), locate(Samples.MAC, GIVEN));
    }

    @Test
    public void whereThisServerGivesTheAddressesNobodyFollowsAnother() throws Exception {
        Ipv4Address other = Ipv4Address.parse("10.10.0.77");
        rig.present.put(other, new HardwareAddress(Samples.MAC.value()));
        assertEquals("it asks from an address that this server did not give it", refused(Samples.MAC, other));
        assertTrue(refused(UNKNOWN, other).contains("did not give it"));
        assertTrue(refused(UNKNOWN, Ipv4Address.parse("192.0.2.1")).contains("in no provisioning network"));
    }

    private Located locate(MacAddress mac, Ipv4Address peer) throws Exception {
        return rig.whereabouts
                .locate(mac, peer, Samples.SERVER)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }

    /** What the machine is told, and the administrator. */
    private String refused(MacAddress mac, Ipv4Address peer) throws Exception {
        String sentence = ((Located.Nowhere) locate(mac, peer)).sentence();
        String cause = stranger(mac).sentence();
        assertEquals("at its console with the address", cause + " (" + peer + ")", sentence);
        return cause;
    }

    private Stranger stranger(MacAddress mac) {
        return rig.sightings.list().stream()
                .filter(seen -> seen.mac().equals(mac.toString()))
                .findFirst()
                .orElseThrow();
    }
}
