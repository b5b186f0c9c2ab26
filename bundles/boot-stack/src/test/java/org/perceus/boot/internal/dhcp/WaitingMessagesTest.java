package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What waits, and in which order. */
public class WaitingMessagesTest {
    private static final int SECONDS = 9;

    private final WaitingMessages waiting = new WaitingMessages(10_000);

    private static ByteBuffer message(int kind, int machine, int transaction, int seconds) {
        return ByteBuffer.wrap(Packet.of(kind)
                .at(4, transaction)
                .at(SECONDS, seconds)
                .at(28, 0, 0, 0, 0, 0, machine)
                .ended());
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (Optional<ByteBuffer> next = waiting.poll(); next.isPresent(); next = waiting.poll()) {
            ByteBuffer message = next.get();
            all.add(message.get(33) + " after " + message.get(SECONDS) + " s, transaction " + message.get(4));
        }
        return all;
    }

    @Test
    public void whatIsSaidAgainTakesThePlaceOfWhatWasSaidBefore() {
        waiting.add(message(Packet.DISCOVER, 1, 7, 0));
        waiting.add(message(Packet.DISCOVER, 2, 7, 0));
        waiting.add(message(Packet.DISCOVER, 1, 7, 1));

        assertEquals(List.of("1 after 1 s, transaction 7", "2 after 0 s, transaction 7"), all());
        assertTrue(waiting.isEmpty());
    }

    @Test
    public void anotherExchangeIsNoRepetition() {
        waiting.add(message(Packet.DISCOVER, 1, 7, 0));
        waiting.add(message(Packet.DISCOVER, 1, 8, 0));
        ByteBuffer relayed = message(Packet.DISCOVER, 1, 7, 2);
        waiting.add(relayed.put(24, (byte) 10));

        assertEquals(3, all().size());
    }

    @Test
    public void isBoundedAndHasRoomAgain() {
        int taken = 0;
        while (waiting.add(message(Packet.DISCOVER, 1, taken, 0))) {
            taken++;
        }
        assertTrue(Integer.toString(taken), taken > 10 && taken < 40);
        assertTrue("what is said again needs no more room", waiting.add(message(Packet.DISCOVER, 1, 0, 3)));
        assertFalse(waiting.add(message(Packet.DISCOVER, 1, taken, 0)));

        waiting.poll();

        assertTrue(waiting.add(message(Packet.DISCOVER, 1, taken, 0)));
    }
}
