package org.perceus.provisioning.internal.boot;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.perceus.address.AddressRange;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.StrangerLeases.Stage;
import org.perceus.provisioning.internal.Samples;

public class SharedLinksTest extends BootPolicyTestCase {
    private static final Ipv4Address OTHER = Ipv4Address.parse("10.20.0.1");
    private static final Ipv4Address NOWHERE = Ipv4Address.parse("192.0.2.1");

    @Before
    public void twoNetworks() {
        registry.with(other());
    }

    private static Network other() {
        Network like = Samples.NETWORK;
        return new Network(
                "other",
                Subnet.parse("10.20.0.0/24"),
                Optional.of(new AddressRange(Ipv4Address.parse("10.20.0.100"), Ipv4Address.parse("10.20.0.101"))),
                Optional.empty(),
                like.nameServers(),
                like.domain(),
                like.lease(),
                like.options(),
                like.lendsToAll());
    }

    private Ipv4Address link(long mac, Optional<Ipv4Address> held, Ipv4Address... links) {
        return policy.link(new HardwareAddress(mac), held, List.of(links));
    }

    @Test
    public void aNodeBelongsWhereItHasItsAddress() {
        assertEquals(Samples.LINK, link(Samples.MAC.value(), Optional.empty(), OTHER, Samples.LINK));
        registry.with(Samples.node(Optional.of(Ipv4Address.parse("10.20.0.5")), true));
        assertEquals(OTHER, link(Samples.MAC.value(), Optional.empty(), Samples.LINK, OTHER));
        // what it says is anybody's
        assertEquals(OTHER, link(Samples.MAC.value(), Optional.of(Samples.ADDRESS), Samples.LINK, OTHER));
    }

    @Test
    public void aStrangerBelongsWhereItIsLentAnAddress() {
        rig.leases.lend(UNKNOWN, OTHER, Optional.empty(), Stage.REQUESTED);
        assertEquals(OTHER, link(UNKNOWN.value(), Optional.empty(), Samples.LINK, OTHER));
    }

    @Test
    public void whoSaysThatItHasAnAddressBelongsThere() {
        Optional<Ipv4Address> held = Optional.of(Ipv4Address.parse("10.20.0.77"));
        assertEquals(OTHER, link(UNKNOWN.value(), held, Samples.LINK, OTHER));
    }

    @Test
    public void whoHasNothingGoesToTheNextNetworkWhereTheFirstIsFull() {
        for (long mac = 0x0200_0000_0001L; mac <= 0x0200_0000_0002L; mac++) {
            assertEquals(OTHER, link(mac, Optional.empty(), OTHER, Samples.LINK));
            rig.leases.lend(new MacAddress(mac), OTHER, Optional.empty(), Stage.OFFERED);
        }
        assertEquals(Samples.LINK, link(UNKNOWN.value(), Optional.empty(), OTHER, Samples.LINK));
        // who was offered one there asks for it
        assertEquals(OTHER, link(0x0200_0000_0001L, Optional.empty(), OTHER, Samples.LINK));
        assertEquals(OTHER, link(UNKNOWN.value(), Optional.empty(), OTHER));
    }

    @Test
    public void whoHasNothingGoesWhereAddressesAreGiven() {
        assertEquals(OTHER, link(UNKNOWN.value(), Optional.empty(), NOWHERE, OTHER));
        assertEquals(NOWHERE, link(UNKNOWN.value(), Optional.empty(), NOWHERE));
    }
}
