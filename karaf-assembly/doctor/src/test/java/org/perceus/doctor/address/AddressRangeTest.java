package org.perceus.doctor.address;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class AddressRangeTest {
    @Test
    public void readsARange() {
        AddressRange range = AddressRange.parse("10.10.0.100 - 10.10.0.199");
        assertEquals(100, range.size());
        assertTrue(range.contains(Ipv4.parse("10.10.0.199")));
        assertFalse(range.contains(Ipv4.parse("10.10.0.200")));
        assertTrue(range.overlaps(AddressRange.parse("10.10.0.199-10.10.0.250")));
        assertFalse(range.overlaps(AddressRange.parse("10.10.0.200-10.10.0.250")));
    }

    @Test
    public void aNetworkHasItsEnds() {
        assertEquals(
                "10.10.0.0-10.10.3.255",
                AddressRange.network(Ipv4.parse("10.10.1.7"), 22).toString());
        assertEquals(
                "255.255.255.255-255.255.255.255",
                AddressRange.network(Ipv4.parse("255.255.255.255"), 32).toString());
        assertEquals(1L << 32, AddressRange.network(Ipv4.NONE, 0).size());
    }

    @Test
    public void refusesWhatIsNone() {
        for (String text : new String[] {"10.10.0.1", "10.10.0.9-10.10.0.1", "10.10.0.256-10.10.1.1", "a-b", ""}) {
            assertThrows(text, IllegalArgumentException.class, () -> AddressRange.parse(text));
        }
    }
}
