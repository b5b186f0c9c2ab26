package org.perceus.address;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import org.junit.Test;

public class IpAddressTest {
    @Test
    public void readsBothVersions() throws Exception {
        for (String text : new String[] {"10.10.0.17", "255.255.255.255", "fd00:10::17", "2001:db8:0:1:1:1:1:1"}) {
            IpAddress address = IpAddress.parse(text);
            assertEquals(text, address.toString());
            assertArrayEquals(InetAddress.getByName(text).getAddress(), address.octets());
            assertEquals(address, IpAddress.of(address.forSocket()));
        }
    }

    /** RFC 5952, sections 4.2 and 4.3. */
    @Test
    public void writesTheOneForm() {
        assertEquals("::", Ipv6Address.parse("0:0:0:0:0:0:0:0").toString());
        assertEquals("::1", Ipv6Address.parse("0:0::1").toString());
        assertEquals("fe80::", Ipv6Address.parse("FE80:0:0:0:0:0:0:0").toString());
        assertEquals("2001:0:0:1::1", Ipv6Address.parse("2001:0:0:1:0:0:0:1").toString());
        assertEquals(
                "2001:db8::1:0:0:1", Ipv6Address.parse("2001:db8:0:0:1:0:0:1").toString());
    }

    @Test
    public void isOrderedAsUnsigned() {
        assertTrue(Ipv4Address.parse("9.0.0.0").compareTo(Ipv4Address.parse("200.0.0.0")) < 0);
        assertTrue(Ipv6Address.parse("::2").compareTo(Ipv6Address.parse("::1")) > 0);
        assertTrue(Ipv6Address.parse("fd00::").compareTo(Ipv6Address.parse("1::ffff")) > 0);
        assertEquals(0xffff_ffffL, Ipv4Address.EVERYONE.number());
        assertEquals(Ipv4Address.parse("192.168.0.1"), Ipv4Address.of(0xc0a8_0001L));
    }

    @Test
    public void knowsWhatAHostCanHave() {
        assertTrue(Ipv4Address.parse("10.0.0.1").isHost());
        assertFalse(Ipv4Address.NONE.isHost());
        assertFalse(Ipv4Address.EVERYONE.isHost());
        assertFalse(Ipv4Address.parse("224.0.0.1").isHost());
    }

    @Test
    public void masksAreOfOneToThirtyTwoBits() {
        assertEquals("128.0.0.0", Ipv4Address.mask(1).toString());
        assertEquals("255.255.254.0", Ipv4Address.mask(23).toString());
        assertEquals("255.255.255.255", Ipv4Address.mask(32).toString());
        assertThrows(IllegalArgumentException.class, () -> Ipv4Address.of(new byte[3]));
    }

    @Test
    public void refusesWhatIsNone() {
        for (String text : new String[] {"", "10.10.0", "10.10.0.256", "10.10.0.1.2", "0x0a.1.1.1", "host"}) {
            assertThrows(text, IllegalArgumentException.class, () -> Ipv4Address.parse(text));
        }
        for (String text : new String[] {"10.10.0.021", "010.10.0.1", "10.10.00.1"}) {
            var octal = assertThrows(text, IllegalArgumentException.class, () -> Ipv4Address.parse(text));
            assertTrue(octal.getMessage(), octal.getMessage().contains("leading zero"));
        }
        for (String text : new String[] {" 10.10.0.1", "10.10.0.1 ", "10.10.0.1\n"}) {
            var spaces = assertThrows(text, IllegalArgumentException.class, () -> Ipv4Address.parse(text));
            assertTrue(spaces.getMessage(), spaces.getMessage().contains("white space around it"));
        }
        for (String text : new String[] {"10.10.1", "10.1", "168427521"}) {
            var few = assertThrows(text, IllegalArgumentException.class, () -> Ipv4Address.parse(text));
            assertTrue(few.getMessage(), few.getMessage().contains("fewer than four numbers"));
        }
        for (String text : new String[] {"0x0a.10.0.1", "10.10.0.0X1", "0x0a0a0001"}) {
            var hexadecimal = assertThrows(text, IllegalArgumentException.class, () -> Ipv4Address.parse(text));
            assertTrue(hexadecimal.getMessage(), hexadecimal.getMessage().contains("hexadecimal"));
        }
        for (String text : new String[] {":", "::1%lo", "[::1]", "1:2", ":::", "::ffff:10.0.0.1", "a:host", " ::1"}) {
            var none = assertThrows(text, IllegalArgumentException.class, () -> IpAddress.parse(text));
            assertTrue(none.getMessage(), none.getMessage().contains("is not an IPv6 address"));
        }
    }
}
