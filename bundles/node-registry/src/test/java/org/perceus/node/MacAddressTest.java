package org.perceus.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class MacAddressTest {
    @Test
    public void readsTheUsualForms() {
        MacAddress mac = new MacAddress(0x5254_0012_3456L);
        for (String text : new String[] {
            "52:54:00:12:34:56", "52-54-00-12-34-56", "5254.0012.3456", "525400123456", " 52:54:00:12:34:56 "
        }) {
            assertEquals(mac, MacAddress.parse(text));
        }
        assertEquals(MacAddress.parse("0a:bb:cc:dd:ee:ff"), MacAddress.parse("0A-BB-CC-DD-EE-FF"));
    }

    @Test
    public void isWrittenInLowerCaseWithColons() {
        assertEquals("00:0a:bc:de:f0:01", MacAddress.parse("000A.BCDE.F001").toString());
    }

    @Test
    public void refusesWhatIsNone() {
        for (String text : new String[] {
            "",
            "52:54:00:12:34",
            "52:54:00:12:34:5g",
            "52:54-00:12:34:56",
            "5254.0012.3456.1",
            "n0001",
            "52:54:00:12:34:56;"
        }) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> MacAddress.parse(text));
            assertTrue(refusal.getMessage(), refusal.getMessage().contains("'" + text + "' is not a MAC address"));
        }
    }

    @Test
    public void refusesZeroBroadcastAndMulticast() {
        for (String text : new String[] {"00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "01:00:5e:00:00:01"}) {
            assertThrows(IllegalArgumentException.class, () -> MacAddress.parse(text));
        }
        assertThrows(IllegalArgumentException.class, () -> new MacAddress(1L << 48));
    }

    @Test
    public void isOrderedByValue() {
        assertTrue(new MacAddress(0x10).compareTo(new MacAddress(0x0200_0000_0000L)) < 0);
    }
}
