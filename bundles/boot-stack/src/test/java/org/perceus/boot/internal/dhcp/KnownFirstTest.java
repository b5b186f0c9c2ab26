package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.LoggerFactory;

public class KnownFirstTest {
    private static final int KNOWN = 1;
    private static final int STRANGER = 2;
    private static final int SHORT = 3;
    private static final int BROKEN = 4;
    private static final int SECONDS = 20;

    /** Octets of a message before its options. */
    private static final int HEAD = 240;

    private final Counters counters = new Counters();
    private final BlockingQueue<Integer> answered = new LinkedBlockingQueue<>();
    private final CountDownLatch strangersAreAnswered = new CountDownLatch(1);
    private final KnownFirst knownFirst = new KnownFirst(
            "test-strangers",
            mac -> mac.equals(new HardwareAddress(KNOWN)),
            this::answer,
            counters.scope("dhcp.eth1"),
            new SparseLog(LoggerFactory.getLogger(KnownFirstTest.class), "test", System::nanoTime));

    @After
    public void close() {
        strangersAreAnswered.countDown();
        knownFirst.close();
    }

    private void answer(ByteBuffer datagram) {
        int machine = datagram.remaining() < WaitingMessages.LEAST ? SHORT : datagram.get(datagram.position() + 33);
        if (machine == STRANGER) {
            await(strangersAreAnswered);
        }
        answered.add(machine);
        if (machine == BROKEN) {
            throw new IllegalStateException("expected by this test");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ByteBuffer from(int machine, int transaction) {
        return ByteBuffer.wrap(Packet.of(Packet.DISCOVER)
                .at(4, transaction >> 16, transaction >> 8, transaction)
                .at(28, 0, 0, 0, 0, 0, machine)
                .ended());
    }

    private void received(ByteBuffer datagram) {
        knownFirst.received(datagram, new InetSocketAddress(0));
    }

    private Integer next() throws InterruptedException {
        return answered.poll(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    public void whoIsKnownDoesNotWaitForStrangers() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            received(from(STRANGER, i));
        }
        received(from(KNOWN, 0));
        assertFalse(knownFirst.goOn());
        assertEquals(Integer.valueOf(KNOWN), next());
        strangersAreAnswered.countDown();
        for (int i = 0; i < 1000; i++) {
            assertEquals(Integer.valueOf(STRANGER), next());
        }
    }

    @Test
    public void strangersBeyondTheBoundAreLost() throws InterruptedException {
        int more = (int) KnownFirst.MOST_OCTETS / HEAD;
        for (int i = 0; i < more; i++) {
            received(from(STRANGER, i));
        }
        assertTrue(counters.counters().get("dhcp.eth1.strangers-dropped") > 0);
        received(from(KNOWN, 0));
        assertFalse(knownFirst.goOn());
        assertEquals(Integer.valueOf(KNOWN), next());
    }

    @Test
    public void whatIsTooShortForAMachineIsCountedAndNoMore() throws InterruptedException {
        received(ByteBuffer.allocate(0));
        received(ByteBuffer.allocate(WaitingMessages.LEAST - 1));
        assertEquals(Integer.valueOf(SHORT), next());
        assertEquals(Integer.valueOf(SHORT), next());
    }

    @Test
    public void outlivesWhatAMessageBreaks() throws InterruptedException {
        strangersAreAnswered.countDown();
        received(from(BROKEN, 0));
        received(from(STRANGER, 0));
        assertEquals(Integer.valueOf(BROKEN), next());
        assertEquals(Integer.valueOf(STRANGER), next());
        assertTrue(knownFirst.isAlive());
    }

    @Test
    public void whatANodeSaysAgainIsAnsweredOnce() throws InterruptedException {
        received(from(STRANGER, 1));
        knownFirst.received(from(KNOWN, 0), new InetSocketAddress(0));
        knownFirst.received(from(KNOWN, 0), new InetSocketAddress(0));
        assertFalse(knownFirst.goOn());
        assertEquals(Integer.valueOf(KNOWN), next());
        assertTrue(answered.isEmpty());
    }
}
