package org.perceus.boot.internal.ndp;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.NeighborSocket;

public class SolicitationServerTest {
    private static final byte[] NEIGHBOUR = HexFormat.of().parseHex("fe8000000000000000e95cfffe0a610c");
    private static final byte[] STRANGER = HexFormat.of().parseHex("20010db8000000000000000000000001");
    private static final byte[] SOLICITATION = HexFormat.of().parseHex("8500000000000000");

    private final Wire wire = new Wire();
    private final Counters counters = new Counters();
    private final SolicitationServer server = new SolicitationServer("test-ndp", wire, counters.scope("ndp.lo"));

    @After
    public void stop() {
        server.close();
    }

    @Test
    public void answersTheNeighbourThatAsked() throws Exception {
        wire.in.add(new NeighborSocket.Received(NEIGHBOUR, SOLICITATION));
        NeighborSocket.Received sent = wire.next();
        assertArrayEquals(NEIGHBOUR, sent.source());
        assertArrayEquals(RouterMessages.emptyAdvertisement(), sent.message());
    }

    @Test
    public void countsAndDropsTheRest() throws Exception {
        wire.in.add(new NeighborSocket.Received(STRANGER, SOLICITATION));
        wire.in.add(new NeighborSocket.Received(NEIGHBOUR, new byte[3]));
        wire.in.add(new NeighborSocket.Received(NEIGHBOUR, SOLICITATION));
        assertArrayEquals(NEIGHBOUR, wire.next().source());
        server.close();
        assertEquals(Map.of("ndp.lo.answers", 1L, "ndp.lo.ignored", 1L, "ndp.lo.malformed", 1L), counters.counters());
    }

    @Test
    public void outlivesASocketThatFails() throws Exception {
        wire.failures = 1;
        wire.in.add(new NeighborSocket.Received(NEIGHBOUR, SOLICITATION));
        wire.in.add(new NeighborSocket.Received(NEIGHBOUR, SOLICITATION));
        assertArrayEquals(NEIGHBOUR, wire.next().source());
        server.close();
        assertTrue(wire.closed);
        assertEquals(1L, (long) counters.counters().get("ndp.lo.failed"));
    }

    /** A network of queues. */
    private static final class Wire implements NeighborSocket {
        private final BlockingQueue<Received> in = new LinkedBlockingQueue<>();
        private final BlockingQueue<Received> out = new LinkedBlockingQueue<>();
        private volatile int failures;
        private volatile boolean closed;

        @Override
        public Optional<Received> receive() {
            try {
                return Optional.ofNullable(in.poll(20, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                return Optional.empty();
            }
        }

        @Override
        public void send(byte[] target, byte[] message) throws IOException {
            if (failures > 0) {
                failures = 0;
                throw new IOException("the network is down");
            }
            out.add(new Received(target, message));
        }

        @Override
        public void close() {
            closed = true;
        }

        Received next() throws InterruptedException {
            return Optional.ofNullable(out.poll(30, TimeUnit.SECONDS)).orElseThrow();
        }
    }
}
