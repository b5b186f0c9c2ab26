package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Messages that wait for their answer, in turn. What a machine says in an exchange takes the place of what it said before in
 * the same: firmware repeats itself after a second, and an answer to each would double the work when there is most of it.
 * Thread-safe.
 */
final class WaitingMessages {
    private static final int OVERHEAD = 192;

    /** Octets without which it is no message. */
    static final int LEAST = DhcpParser.HARDWARE + Long.BYTES;

    /** @param relay as each relay of a network passes on what is broadcast there */
    private record Exchange(long machine, int transaction, int relay) {
        static Exchange of(ByteBuffer message) {
            int at = message.position();
            return new Exchange(
                    message.getLong(at + DhcpParser.HARDWARE),
                    message.getInt(at + DhcpParser.TRANSACTION),
                    message.getInt(at + DhcpParser.RELAY));
        }
    }

    private final long bound;
    private final Map<Exchange, ByteBuffer> messages = new LinkedHashMap<>();
    private long octets;

    /** @param bound of what they are in memory */
    WaitingMessages(long bound) {
        this.bound = bound;
    }

    /**
     * Copies a datagram.
     *
     * @param datagram of {@link #LEAST} octets or more
     * @return whether there was room
     */
    synchronized boolean add(ByteBuffer datagram) {
        Exchange exchange = Exchange.of(datagram);
        long before = cost(messages.get(exchange));
        long cost = datagram.remaining() + OVERHEAD;
        if (octets - before + cost > bound) {
            return false;
        }
        octets += cost - before;
        messages.put(
                exchange,
                ByteBuffer.allocate(datagram.remaining()).put(datagram).flip());
        notifyAll();
        return true;
    }

    private static long cost(ByteBuffer message) {
        return message == null ? 0 : message.remaining() + OVERHEAD;
    }

    /** The one that is there for the longest time. */
    synchronized Optional<ByteBuffer> poll() {
        Iterator<ByteBuffer> oldest = messages.values().iterator();
        if (!oldest.hasNext()) {
            return Optional.empty();
        }
        ByteBuffer message = oldest.next();
        oldest.remove();
        octets -= cost(message);
        return Optional.of(message);
    }

    /** Waits for one. */
    synchronized ByteBuffer take() throws InterruptedException {
        while (messages.isEmpty()) {
            wait();
        }
        return poll().orElseThrow();
    }

    synchronized boolean isEmpty() {
        return messages.isEmpty();
    }
}
