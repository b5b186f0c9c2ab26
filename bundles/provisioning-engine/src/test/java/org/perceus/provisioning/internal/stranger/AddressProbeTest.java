package org.perceus.provisioning.internal.stranger;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.Neighbors;

public class AddressProbeTest {
    private static final int ROOM = 1024;
    private static final int SECONDS = 20;

    private final Map<Ipv4Address, HardwareAddress> present = new HashMap<>();
    private final Set<Ipv4Address> asked = new HashSet<>();
    private final AddressProbe probe = new AddressProbe(new Neighbors() {
        @Override
        public void ask(Ipv4Address address) {
            asked.add(address);
        }

        @Override
        public int room() {
            return ROOM;
        }

        @Override
        public Map<Ipv4Address, HardwareAddress> known() {
            return present;
        }
    });

    @After
    public void close() {
        probe.close();
    }

    private static Ipv4Address address(int number) throws UnknownHostException {
        return Ipv4Address.of(0x0a00_0000 | number);
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
