package org.perceus.address;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class SubnetTest {
    private final Subnet subnet = Subnet.parse("10.10.4.0/22");

    @Test
    public void knowsItsAddresses() {
        assertTrue(subnet.contains(Ipv4Address.parse("10.10.7.255")));
        assertFalse(subnet.contains(Ipv4Address.parse("10.10.8.0")));
        assertFalse(subnet.contains(Ipv4Address.parse("10.10.3.255")));
        assertEquals("10.10.7.255", subnet.broadcast().toString());
        assertEquals("10.10.4.0/22", subnet.toString());
    }

    @Test
    public void endsAreForNoHost() {
        assertFalse(subnet.hasHost(Ipv4Address.parse("10.10.4.0")));
        assertTrue(subnet.hasHost(Ipv4Address.parse("10.10.4.1")));
        assertTrue(subnet.hasHost(Ipv4Address.parse("10.10.7.254")));
        assertFalse(subnet.hasHost(Ipv4Address.parse("10.10.7.255")));
        assertFalse(subnet.hasHost(Ipv4Address.parse("10.11.4.1")));
    }

    @Test
    public void highAddressesAreUnsigned() {
        Subnet high = Subnet.parse("224.0.0.0/8");
        assertTrue(high.contains(Ipv4Address.parse("224.255.255.255")));
        assertEquals(0xffff_ffffL, Subnet.parse("255.0.0.0/8").broadcast().number());
    }

    @Test
    public void refusesWhatIsNone() {
        for (String text :
                new String[] {"", "10.10.0.0", "10.10.0.0/7", "10.10.0.0/31", "10.10.0.1/24", "10.10.0.0/x"}) {
            assertThrows(text, IllegalArgumentException.class, () -> Subnet.parse(text));
        }
        var refusal = assertThrows(IllegalArgumentException.class, () -> Subnet.parse("10.10.0.5/24"));
        assertEquals("10.10.0.5/24 is not a subnet: its base is 10.10.0.0", refusal.getMessage());
    }
}
