package org.perceus.boot.internal.http.connection;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.LoggerFactory;

/** Who gives way to whom, without a network. */
public class ClientsTest {
    private static final Bounds BOUNDS =
            new Bounds(8, 4, 2, 12, 100_000, Duration.ofSeconds(30), Duration.ofSeconds(20));
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now;
    private boolean unread;
    private final Clients clients = new Clients(
            BOUNDS,
            () -> now,
            new Counters().scope("http"),
            new SparseLog(LoggerFactory.getLogger(ClientsTest.class), "test", () -> now));
    private final List<Client> closed = new ArrayList<>();

    private Client connect(int address) {
        Client[] client = new Client[1];
        client[0] = clients.client(
                address(address),
                () -> {
                    closed.add(client[0]);
                    clients.disconnected(client[0]);
                },
                () -> unread);
        clients.connected(client[0]);
        return client[0];
    }

    private List<Client> connect(int address, int many) {
        List<Client> some = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            some.add(connect(address));
        }
        return some;
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void takesTheOldestIdleConnectionOfWhoHasMost() {
        List<Client> greedy = connect(1, 4);
        List<Client> other = connect(2, 3);
        Client one = connect(3);
        Client honest = connect(4);
        assertEquals(List.of(greedy.get(0)), closed);
        assertFalse(honest.isSurplus());
        Client another = connect(5);
        assertEquals("nobody has more than three now", 1, closed.size());
        assertFalse(closed.contains(one) || closed.contains(honest));
        assertTrue(another.isSurplus());
        now = 6 * SECOND;
        assertFalse(connect(6).isSurplus());
        assertFalse("the oldest idle one of who has most", closed.contains(other.get(2)));
        assertEquals(2, closed.size());
    }

    @Test
    public void leavesConnectionsThatAreServed() {
        List<Client> greedy = connect(1, 4);
        clients.turn(greedy.get(0), Phase.SENDING);
        connect(2, 4);
        connect(3);
        assertFalse(closed.contains(greedy.get(0)));
        assertEquals(1, closed.size());
    }

    @Test
    public void anAddressHasAShareOfItsOwn() {
        List<Client> many = connect(1, 5);
        assertEquals(List.of(many.get(0)), closed);
    }

    @Test
    public void tellsToComeAgainWhenEverybodyIsServed() {
        for (int i = 0; i < 8; i++) {
            clients.turn(connect(i), Phase.ANSWERING);
        }
        assertTrue(connect(8).isSurplus());
        assertTrue(connect(9).isSurplus());
        assertTrue("even for that there is a bound", closed.isEmpty());
        now = 6 * SECOND;
        Client third = connect(10);
        assertEquals("one that waits gives way", 1, closed.size());
        assertFalse(closed.contains(third));
    }

    @Test
    public void aCrowdOfNewcomersDoesNotThrowItselfOut() {
        for (int i = 0; i < 8; i++) {
            connect(i);
        }
        assertTrue("the others came this very moment", connect(8).isSurplus());
        assertTrue(closed.isEmpty());
        now = 6 * SECOND;
        unread = true;
        assertTrue("they wait for the server, not it for them", connect(9).isSurplus());
        assertTrue(clients.hasNoRoomFor(1));
        unread = false;
        assertFalse("by now they are idle", connect(9).isSurplus());
        assertEquals(1, closed.size());
    }

    @Test
    public void endsWhatDoesNotGetOn() {
        Client trickling = connect(1);
        Client body = connect(2);
        List<Cut> cuts = new ArrayList<>();
        clients.turn(body, Phase.RECEIVING, cuts::add);
        Client thinking = connect(3);
        clients.turn(thinking, Phase.ANSWERING);
        for (int second = 0; second < 60; second++) {
            now = second * SECOND;
            clients.received(trickling, 1);
            if (second == 20) {
                assertEquals(List.of(), cuts);
            }
            if (second == 21) {
                clients.sweep();
                assertEquals(List.of(Cut.TOO_SLOW), cuts);
                clients.turn(body, Phase.WAITING);
            }
        }
        clients.sweep();
        assertTrue("each octet began the time anew", closed.contains(trickling));
        assertTrue("an answer that takes long is the server's own", !closed.contains(thinking));
    }

    @Test
    public void keepsDownloadsOfSlowLinks() {
        Client slow = connect(1);
        Client stalled = connect(2);
        clients.turn(slow, Phase.SENDING);
        clients.turn(stalled, Phase.SENDING);
        for (int second = 1; second <= 600; second++) {
            now = second * SECOND;
            if (second % 60 == 0) {
                // The kernel takes a piece when a third of its buffer is free.
                slow.sent(60 * 16 << 10, now);
            }
            if (second == 60) {
                slow.sent(500_000, now);
            }
            clients.sweep();
        }
        assertEquals(List.of(stalled), closed);
    }

    @Test
    public void takesMemoryFromWhoHasMostOfIt() {
        List<Cut> cuts = new ArrayList<>();
        Client large = connect(1);
        clients.turn(large, Phase.RECEIVING, cuts::add);
        clients.received(large, 30_000);
        Client small = connect(2);
        clients.received(small, 100);
        assertEquals(List.of(), cuts);
        Client middle = connect(3);
        clients.turn(middle, Phase.RECEIVING, cut -> closed.add(middle));
        assertTrue(clients.received(middle, 1000));
        assertEquals(List.of(Cut.NO_ROOM), cuts);
        assertEquals(List.of(), closed);
    }

    @Test
    public void whatWasClosedCountsUntilItIsGone() {
        Client large = connect(1);
        assertTrue(clients.received(large, 3000));
        assertFalse("it has most itself", clients.received(large, 1000));
        Client next = connect(2);
        assertFalse("the first is still in memory", clients.received(next, 3000));
        clients.gone(large);
        assertTrue(clients.received(connect(2), 3000));
    }

    @Test
    public void memoryIsFreeAgainAfterwards() {
        Client client = connect(1);
        for (int i = 0; i < 100; i++) {
            clients.received(client, 100);
            clients.turn(client, Phase.RECEIVING, cut -> closed.add(client));
            clients.received(client, 30_000);
            clients.turn(client, Phase.ANSWERING);
            clients.turn(client, Phase.SENDING);
            clients.turn(client, Phase.WAITING);
        }
        assertEquals(List.of(), closed);
    }

    @Test
    public void whoWaitsForTheServerIsNotTooSlow() {
        Client client = connect(1);
        now = 40 * SECOND;
        unread = true;
        clients.sweep();
        assertEquals(List.of(), closed);
        unread = false;
        clients.sweep();
        assertEquals(List.of(client), closed);
    }

    @Test
    public void followsTheMachine() {
        assertEquals(16_384, Bounds.of(524_288, 512 << 20).connections());
        assertEquals(768, Bounds.of(1024, 512 << 20).connections());
        assertEquals(896, Bounds.of(1024, 512 << 20).sockets());
        assertEquals(64 << 20, Bounds.of(1024, 512 << 20).octets());
    }
}
