package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;

/**
 * Lets the machines go first that the policy knows, as anybody can make up others: what these say waits in a queue with a thread
 * of its own, and is lost when that is full, as it would be in the buffer of the socket.
 */
final class KnownFirst implements AutoCloseable {
    /** What waits, with what it costs to hold it. */
    static final long MOST_OCTETS = 4 << 20;

    private static final int OVERHEAD = 128;
    private static final long STOP_MILLIS = 3000;
    private static final int HARDWARE = 28;

    private final Predicate<HardwareAddress> known;
    private final Consumer<ByteBuffer> exchange;
    private final Counters.Scope counters;
    private final SparseLog log;
    private final BlockingQueue<ByteBuffer> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong octets = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts the thread.
     *
     * @param name of the thread
     * @param known whom the policy knows
     * @param exchange takes a datagram, of which it keeps nothing
     */
    KnownFirst(
            String name,
            Predicate<HardwareAddress> known,
            Consumer<ByteBuffer> exchange,
            Counters.Scope counters,
            SparseLog log) {
        this.known = known;
        this.exchange = exchange;
        this.counters = counters;
        this.log = log;
        this.thread = new Thread(this::run, name);
        thread.start();
    }

    /** One datagram, which is not kept. Only one thread may call this. */
    void received(ByteBuffer datagram) {
        if (isKnown(datagram)) {
            exchange.accept(datagram);
            return;
        }
        if (octets.get() + cost(datagram) > MOST_OCTETS) {
            counters.count("strangers-dropped");
            log.warn(
                    "more unknown machines ask than can be answered, so some get no answer until they ask again",
                    "strangers-dropped in 'perceus info --counters' has how often");
            return;
        }
        octets.addAndGet(cost(datagram));
        waiting.add(ByteBuffer.allocate(datagram.remaining()).put(datagram).flip());
    }

    /** By where the hardware address is in a message (RFC 2131 section 2). */
    private boolean isKnown(ByteBuffer datagram) {
        if (datagram.remaining() < HARDWARE + Long.BYTES) {
            return false;
        }
        long mac = datagram.getLong(datagram.position() + HARDWARE) >>> Short.SIZE;
        return known.test(new HardwareAddress(mac));
    }

    private static long cost(ByteBuffer datagram) {
        return datagram.remaining() + OVERHEAD;
    }

    private void run() {
        while (!closed) {
            try {
                ByteBuffer datagram = waiting.take();
                octets.addAndGet(-cost(datagram));
                exchange.accept(datagram);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                log.error("it dropped a packet", e);
            }
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
