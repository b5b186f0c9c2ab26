package org.perceus.boot.internal.dhcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.locks.LockSupport;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends replies by a socket. Thread-safe.
 *
 * @param channel the socket
 * @param counters where to count what could not be sent
 */
record ReplySender(DatagramChannel channel, Counters.Scope counters) implements DhcpExchange.PacketOut {
    private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);

    /** What the socket's buffer cannot take now, it can in a moment: replies leave at the speed of the link. */
    private static final int MOST_SENDS = 50;

    private static final long SEND_PAUSE_NANOS = 1_000_000;

    @Override
    public void send(ByteBuffer packet, InetSocketAddress to) {
        try {
            for (int tried = 0; channel.send(packet, to) == 0; tried++) {
                if (tried == MOST_SENDS) {
                    counters.count("unsent");
                    return;
                }
                LockSupport.parkNanos(SEND_PAUSE_NANOS);
            }
        } catch (ClosedChannelException e) {
            LOG.debug("The server stopped before it could answer {}", to);
        } catch (IOException e) {
            counters.count("unsent");
            LOG.debug("No answer to {}", to, e);
        }
    }
}
