package org.perceus.boot.internal.dhcp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.PacketReceiver;

/**
 * Lets the machines go first that the policy knows, as anybody can make up others: what these say waits in a queue with a thread
 * of its own, and is lost when that is full, as it would be in the buffer of the socket.
 */
final class KnownFirst implements PacketReceiver, AutoCloseable {
    /** Of strangers. */
    static final long MOST_OCTETS = 4 << 20;

    /** Twenty thousand messages of nodes; others wait in the buffer of the socket. */
    private static final long MOST_OCTETS_OF_NODES = 16 << 20;

    private static final int PART = 16;
    private static final long STOP_MILLIS = 3000;

    private final Predicate<HardwareAddress> known;
    private final Consumer<ByteBuffer> exchange;
    private final Counters.Scope counters;
    private final SparseLog log;
    private final WaitingMessages nodes = new WaitingMessages(MOST_OCTETS_OF_NODES);
    private final WaitingMessages strangers = new WaitingMessages(MOST_OCTETS);
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

    @Override
    public void received(ByteBuffer datagram, InetSocketAddress sender) {
        if (datagram.remaining() < WaitingMessages.LEAST) {
            // it is counted and no more
            exchange.accept(datagram);
        } else if (isKnown(datagram)) {
            while (!nodes.add(datagram)) {
                answerOne();
            }
        } else if (!strangers.add(datagram)) {
            counters.count("strangers-dropped");
            log.warn(
                    "more unknown machines ask than can be answered, so some get no answer until they ask again",
                    "strangers-dropped in 'perceus info --counters' has how often");
        }
    }

    @Override
    public boolean goOn() {
        for (int answered = 0; answered < PART && !nodes.isEmpty(); answered++) {
            answerOne();
        }
        return !nodes.isEmpty();
    }

    private void answerOne() {
        nodes.poll().ifPresent(exchange);
    }

    /** By where the hardware address is in a message (RFC 2131 section 2). */
    private boolean isKnown(ByteBuffer datagram) {
        long mac = datagram.getLong(datagram.position() + DhcpParser.HARDWARE) >>> Short.SIZE;
        return known.test(new HardwareAddress(mac));
    }

    private void run() {
        while (!closed) {
            try {
                exchange.accept(strangers.take());
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
