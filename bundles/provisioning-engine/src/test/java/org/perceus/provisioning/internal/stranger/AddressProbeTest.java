package org.perceus.provisioning.internal.stranger;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.Neighbors;

public class AddressProbeTest {
    private static final int ROOM = 1024;
    private static final int SECONDS = 20;

    private final Map<Inet4Address, HardwareAddress> present = new HashMap<>();
    private final Set<Inet4Address> asked = new HashSet<>();
    private final AddressProbe probe = new AddressProbe(new Neighbors() {
        @Override
        public void ask(Inet4Address address) {
            asked.add(address);
        }

        @Override
        public int room() {
            return ROOM;
        }

        @Override
        public Map<Inet4Address, HardwareAddress> known() {
            return present;
        }
    });

    @After
    public void close() {
        probe.close();
    }

    private static Inet4Address address(int number) throws UnknownHostException {
        return (Inet4Address) InetAddress.getByAddress(new byte[] {10, 0, (byte) (number >> 8), (byte) number});
    }

    private Optional<HardwareAddress> answerer(int number) throws Exception {
        return probe.answerer(address(number)).toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    public void whoAnswersIsFound() throws Exception {
        present.put(address(1), new HardwareAddress(5));
        assertEquals(Optional.of(new HardwareAddress(5)), answerer(1));
        assertEquals(Optional.empty(), answerer(2));
    }

    @Test
    public void manyStrangersLeaveRoomForNodes() throws Exception {
        for (int i = 0; i < ROOM; i++) {
            probe.answerer(address(i));
        }
        assertTrue(asked.size() + " were asked for", asked.size() > 0 && asked.size() <= ROOM / 4);
    }
}
