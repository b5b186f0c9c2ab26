package org.perceus.boot.internal.dns.forward;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.dns.limit.Limit;

public class WaitingRoomTest {
    private static final Ipv4Address CLIENT = Ipv4Address.of(0x0a0a0001);

    private final WaitingRoom room = new WaitingRoom();

    @Test
    public void holdsSoManyOfOneClient() {
        for (int i = 0; i < 32; i++) {
            assertEquals(Optional.empty(), room.full(CLIENT));
            room.enter(CLIENT);
        }
        assertEquals(Optional.of(Limit.WAITING_OF_CLIENT), room.full(CLIENT));
        room.leave(CLIENT);
        assertEquals(Optional.empty(), room.full(CLIENT));
    }

    @Test
    public void holdsSoManyInAll() {
        for (int i = 0; i < 4096; i++) {
            room.enter(Ipv4Address.of(0x0a0b0000 + i));
        }
        assertEquals(Optional.of(Limit.WAITING), room.full(CLIENT));
        room.leave(Ipv4Address.of(0x0a0b0000));
        assertEquals(Optional.empty(), room.full(CLIENT));
    }
}
