package org.perceus.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class SubnetTest {
    private final Subnet subnet = Subnet.parse("10.10.4.0/22");

    @Test
    public void knowsItsAddresses() {
        assertTrue(subnet.contains(Subnet.parseAddress("10.10.7.255")));
        assertFalse(subnet.contains(Subnet.parseAddress("10.10.8.0")));
        assertFalse(subnet.contains(Subnet.parseAddress("10.10.3.255")));
        assertEquals("10.10.7.255", subnet.broadcast().getHostAddress());
        assertEquals("10.10.4.0/22", subnet.toString());
    }

    @Test
    public void endsAreForNoHost() {
        assertFalse(subnet.hasHost(Subnet.parseAddress("10.10.4.0")));
        assertTrue(subnet.hasHost(Subnet.parseAddress("10.10.4.1")));
        assertTrue(subnet.hasHost(Subnet.parseAddress("10.10.7.254")));
        assertFalse(subnet.hasHost(Subnet.parseAddress("10.10.7.255")));
        assertFalse(subnet.hasHost(Subnet.parseAddress("10.11.4.1")));
    }

    @Test
    public void highAddressesAreUnsigned() {
        Subnet high = Subnet.parse("224.0.0.0/8");
        assertTrue(high.contains(Subnet.parseAddress("224.255.255.255")));
        assertEquals(0xffff_ffffL, Subnet.number(Subnet.parseAddress("255.255.255.255")));
        assertEquals(Subnet.parseAddress("192.168.0.1"), Subnet.address(0xc0a8_0001L));
    }

    @Test
    public void refusesWhatIsNone() {
        for (String text :
                new String[] {"", "10.10.0.0", "10.10.0.0/7", "10.10.0.0/31", "10.10.0.1/24", "10.10.0.0/x"}) {
            assertThrows(text, IllegalArgumentException.class, () -> Subnet.parse(text));
        }
        for (String text : new String[] {"", "10.10.0", "10.10.0.256", "10.10.0.1.2", "0x0a.1.1.1", "host", "::1"}) {
            assertThrows(text, IllegalArgumentException.class, () -> Subnet.parseAddress(text));
        }
        for (String text : new String[] {"10.10.0.021", "010.10.0.1", "10.10.00.1"}) {
            var octal = assertThrows(text, IllegalArgumentException.class, () -> Subnet.parseAddress(text));
            assertTrue(octal.getMessage(), octal.getMessage().contains("leading zero"));
        }
        for (String text : new String[] {" 10.10.0.1", "10.10.0.1 ", "10.10.0.1\n"}) {
            var spaces = assertThrows(text, IllegalArgumentException.class, () -> Subnet.parseAddress(text));
            assertTrue(spaces.getMessage(), spaces.getMessage().contains("white space around it"));
        }
        for (String text : new String[] {"10.10.1", "10.1", "168427521"}) {
            var few = assertThrows(text, IllegalArgumentException.class, () -> Subnet.parseAddress(text));
            assertTrue(few.getMessage(), few.getMessage().contains("fewer than four numbers"));
        }
        for (String text : new String[] {"0x0a.10.0.1", "10.10.0.0X1", "0x0a0a0001"}) {
            var hexadecimal = assertThrows(text, IllegalArgumentException.class, () -> Subnet.parseAddress(text));
            assertTrue(hexadecimal.getMessage(), hexadecimal.getMessage().contains("hexadecimal"));
        }
        var refusal = assertThrows(IllegalArgumentException.class, () -> Subnet.parse("10.10.0.5/24"));
        assertEquals("10.10.0.5/24 is not a subnet: its base is 10.10.0.0", refusal.getMessage());
    }
}
