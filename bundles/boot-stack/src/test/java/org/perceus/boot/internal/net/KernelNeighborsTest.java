package org.perceus.boot.internal.net;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;

public class KernelNeighborsTest {
    @Test
    public void onlyAddressesThatAreAnsweredForAreKnown() throws Exception {
        Map<Ipv4Address, HardwareAddress> known = KernelNeighbors.parse(List.of(
                "IP address       HW type     Flags       HW address            Mask     Device",
                "10.10.0.101      0x1         0x2         52:54:00:12:34:56     *        eth1",
                "10.10.0.102      0x1         0x0         00:00:00:00:00:00     *        eth1",
                "10.10.0.103      0x1         0x6         52:54:00:12:34:57     *        eth1",
                "rubbish",
                ""));
        assertEquals(
                Map.of(
                        Ipv4Address.parse("10.10.0.101"), new HardwareAddress(0x525400123456L),
                        Ipv4Address.parse("10.10.0.103"), new HardwareAddress(0x525400123457L)),
                known);
    }

    @Test
    public void theKernelIsAskedAndTells() throws Exception {
        KernelNeighbors neighbors = new KernelNeighbors();
        neighbors.ask(Ipv4Address.parse("127.0.0.1"));
        assertNotNull(neighbors.known());
        assertTrue(neighbors.room() > 0);
    }
}
