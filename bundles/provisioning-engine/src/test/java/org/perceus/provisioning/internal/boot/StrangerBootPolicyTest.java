package org.perceus.provisioning.internal.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootClient.Purpose;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.ChangeResult;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.served.FakeInterface;
import org.perceus.provisioning.internal.stranger.Fate;

/** What machines are told that are no nodes. */
public class StrangerBootPolicyTest extends BootPolicyTestCase {
    private static BootClient informing(Ipv4Address address) {
        BootClient client =
                client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.of(address));
        return new BootClient(
                client.mac(),
                client.firmware(),
                client.link(),
                client.requested(),
                client.transaction(),
                Purpose.INFORM,
                client.role(),
                client.server());
    }

    @Test
    public void anUnknownMachineIsLentAnAddressAndServed() throws Exception {
        var wanted = Optional.of(Ipv4Address.parse("10.10.0.150"));
        var served =
                (BootAnswer.Serve) ask(client(UNKNOWN.value(), Loader.PXE, Architecture.BIOS, Samples.LINK, wanted));
        var lease = lease(served);
        assertEquals(wanted.get(), lease.address());
        assertEquals(Optional.empty(), lease.hostName());
        assertEquals(Optional.of("undionly.kpxe"), served.program().file());
        assertEquals(Optional.empty(), registry.snapshot().node(UNKNOWN));
        var stranger = rig.sightings.list().get(0);
        assertEquals("52:54:00:00:00:99", stranger.mac());
        assertEquals(wanted, stranger.address());
        assertEquals(List.of(), rig.sightings.problems());
    }

    @Test
    public void anAddressThatAnswersIsNotLent() throws Exception {
        interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of("dhcp")));
        Ipv4Address first = lease(ask(unknown())).address();
        policy.released(new HardwareAddress(UNKNOWN.value()), first);
        long other = UNKNOWN.value() + 1;
        Ipv4Address taken = Ipv4Address.parse("10.10.0.160");
        rig.present.put(taken, new HardwareAddress(0x0200_0000_0001L));
        Ipv4Address given = lease(ask(client(other, Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.of(taken))))
                .address();
        assertNotEquals(taken, given);
        rig.present.put(given, new HardwareAddress(other));
        assertEquals(
                "its own answer is none",
                given,
                lease(ask(client(other, Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.of(given))))
                        .address());
    }

    @Test
    public void whatIsDeclinedIsLeftAloneWhenSomebodyIsThere() throws Exception {
        HardwareAddress mac = new HardwareAddress(UNKNOWN.value());
        Ipv4Address address = lease(ask(unknown())).address();
        rig.present.put(address, new HardwareAddress(0x0200_0000_0001L));
        policy.declined(mac, address);
        rig.probe.answerer(address).toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertNotEquals(address, lease(ask(unknown())).address());
        policy.declined(new HardwareAddress(Samples.MAC.value()), Samples.ADDRESS);
        policy.released(new HardwareAddress(Samples.MAC.value()), Samples.ADDRESS);
        assertEquals(
                "a node keeps its own",
                Samples.ADDRESS,
                lease(ask(Loader.PXE, Architecture.BIOS)).address());
    }

    @Test
    public void anUnknownSystemIsLeftAlone() throws Exception {
        BootClient client = client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.empty());
        assertIgnored("it is no node, and does not boot from the network", ask(client));
    }

    @Test
    public void anUnknownSystemIsLentAnAddressWhereTheNetworkLendsToAll() throws Exception {
        network(Samples.NETWORK.pool(), Samples.NETWORK.nameServers(), Samples.NETWORK.options(), true);
        var served = (BootAnswer.Serve)
                ask(client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.empty()));
        var lease = lease(served);
        assertTrue(Samples.NETWORK.pool().orElseThrow().contains(lease.address()));
        assertEquals(Optional.empty(), served.program().file());
    }

    /** RFC 2131 section 4.3.5. */
    @Test
    public void whoHasAnAddressIsToldTheRestAndNothingIsKeptOfIt() throws Exception {
        Ipv4Address has = Ipv4Address.parse("10.10.0.7");
        BootAnswer told = ask(informing(has));
        assertEquals(has, lease(told).address());
        assertEquals(Optional.of(Samples.LINK), lease(told).router());
        assertEquals(Optional.empty(), ((BootAnswer.Serve) told).program().file());
        assertEquals(List.of(), rig.sightings.list());
        assertFalse(rig.leases.isHeld(UNKNOWN));
        assertIgnored(
                "it asks what belongs to an address that is not of its network",
                ask(informing(Ipv4Address.parse("192.0.2.7"))));
    }

    @Test
    public void whatAnUnknownMachineWasBootedIntoKeepsTheAddressThatItWasLent() throws Exception {
        Ipv4Address lent = lease(ask(unknown())).address();
        var served = (BootAnswer.Serve)
                ask(client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.of(lent)));
        var lease = lease(served);
        assertEquals(lent, lease.address());
        assertEquals(Optional.empty(), served.program().file());
        policy.released(new HardwareAddress(UNKNOWN.value()), lent);
        assertIgnored(
                "it is no node, and does not boot from the network",
                ask(client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.of(lent))));
    }

    @Test
    public void whatIsNoMachineIsIgnored() throws Exception {
        for (long mac : new long[] {0, 0x0100_5e00_0001L, 0xffff_ffff_ffffL}) {
            BootClient client = client(mac, Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.empty());
            assertIgnored("that is not the address of one network card", ask(client));
        }
    }

    @Test
    public void whoIsNotServedIsRememberedAndWhy() throws Exception {
        registry.with(Samples.node(Optional.empty(), true));
        registry.discoverWith(CompletableFuture.completedFuture(new ChangeResult.Rejected("the pool is full")));
        assertIgnored("node n0001 has no address", ask(Loader.PXE, Architecture.BIOS));
        ask(Loader.PXE, Architecture.BIOS);
        var stranger = rig.sightings.list().get(0);
        assertEquals(2, stranger.times());
        assertEquals("give it one: 'perceus node set address=ADDRESS n0001'", stranger.remedy());
        assertEquals(
                List.of("a machine that asked in the last hour got no answer, because node n0001 has no address"
                        + " ('perceus stranger list')"),
                rig.sightings.problems());
        clock.move(Duration.ofHours(25));
        assertEquals(List.of(), rig.sightings.list());
        assertEquals(List.of(), rig.sightings.problems());
    }

    @Test
    public void relaysThatAreNotKnownAreToldOf() {
        for (int i = 1; i <= 10_000; i++) {
            policy.strangeRelay(Ipv4Address.of(0x0a140000 + i));
        }
        assertEquals(1, rig.sightings.problems().size());
        String problem = rig.sightings.problems().get(0);
        assertTrue(
                problem,
                problem.startsWith("machines behind a relay that is not known got no answer in the last hour: 10.20."));
        assertTrue(problem, problem.endsWith("name it by relays in etc/org.perceus.boot.interface-NAME.cfg"));
        clock.move(Duration.ofMinutes(61));
        assertEquals(List.of(), rig.sightings.problems());
    }

    @Test
    public void aMillionMadeUpMachinesLeaveThoseThatAskAgain() throws Exception {
        ask(unknown());
        ask(unknown());
        BootClient client = unknown();
        for (int i = 0; i < 100_000; i++) {
            rig.sightings.note(
                    client(0x0200_0000_0000L + i, Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.empty()),
                    new Fate(Fate.Kind.LOST, "made up", "none"));
        }
        assertEquals(5_001, rig.sightings.list().size());
        assertTrue(rig.sightings.list().stream()
                .anyMatch(one -> one.mac().equals(client.mac().toString())));
    }
}
