package org.perceus.provisioning.spi.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import org.junit.Test;

public class InterfaceAddressTest {
    @Test
    public void oneThatFollowsNothingIsTheSameForAll() {
        assertEquals("10.20.0.5", of("10.20.0.5/24", "n0001", "10.10.0.100"));
    }

    @Test
    public void oneFollowsTheLastBitsOfTheBootAddress() {
        assertEquals("10.20.0.100", of("10.20.0.0/24+host", "n0001", "10.10.7.100"));
        assertEquals("10.20.7.100", of("10.20.0.0/16+host", "n0001", "10.10.7.100"));
        assertEquals("none", of("10.20.0.0/24+host", "n0001", "10.10.7.0"));
        assertEquals("none", of("10.20.0.0/24+host", "n0001", "10.10.7.255"));
    }

    @Test
    public void oneFollowsTheNumberInTheName() {
        assertEquals("10.20.0.12", of("10.20.0.0/24+number", "n0012", "10.10.0.100"));
        assertEquals("10.20.1.44", of("10.20.0.0/16+number", "rack300-n5", "10.10.0.100"));
        assertEquals("10.20.0.112", of("10.20.0.100/24+number", "n12", "10.10.0.100"));
        assertEquals("none", of("10.20.0.0/24+number", "n255", "10.10.0.100"));
        assertEquals("none", of("10.20.0.0/24+number", "n256", "10.10.0.100"));
        assertEquals("none", of("10.20.0.0/24+number", "login", "10.10.0.100"));
        assertEquals("none", of("10.20.0.0/24+number", "n99999999999", "10.10.0.100"));
        assertEquals("none", of("223.0.0.0/8+number", "n999999999", "10.10.0.100"));
    }

    @Test
    public void aSmallerNetworkHasNoRoomForAll() {
        InterfaceAddress rule = rule("10.20.0.0/24+host");
        assertTrue(rule.fits("10.10.0.100", 24));
        assertTrue(rule.fits("10.10.7.100", 24));
        assertTrue(rule.fits("10.10.0.100", 16));
        assertFalse(rule.fits("10.10.7.100", 16));
        assertTrue(rule("10.20.0.5/24").fits("10.10.7.100", 16));
    }

    private static String of(String rule, String name, String boot) {
        return rule(rule).of(name, Optional.of(boot)).orElse("none");
    }

    private static InterfaceAddress rule(String text) {
        return InterfacesTest.read("eth1 address=" + text)
                .find("eth1")
                .orElseThrow()
                .addresses()
                .get(0);
    }
}
