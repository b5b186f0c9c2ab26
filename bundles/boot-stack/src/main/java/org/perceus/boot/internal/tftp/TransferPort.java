package org.perceus.boot.internal.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that transfers share, apart from the one for requests: a transfer is told by both its ends (RFC 1350 section 4), so
 * one port does for many clients. Belongs to the server's thread.
 */
final class TransferPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransferPort.class);

    private final DatagramChannel channel;
    private final Map<InetSocketAddress, Session> sessions = new HashMap<>();

    /** @param channel does not block, belongs to the port */
    TransferPort(DatagramChannel channel) {
        this.channel = channel;
    }

    /** Whether no transfer to a client is under way here. */
    boolean isFreeFor(InetSocketAddress peer) {
        return !sessions.containsKey(peer);
    }

    void join(InetSocketAddress peer, Session session) {
        sessions.put(peer, session);
    }

    void leave(InetSocketAddress peer, Session session) {
        sessions.remove(peer, session);
    }

    /**
     * A packet that the system does not take now, as when a link is down or a firewall drops it, is lost like any other: it is
     * repeated in time, and a client that is gone counts as gone by time.
     */
    void send(ByteBuffer packet, InetSocketAddress peer) {
        try {
            channel.send(packet, peer);
        } catch (IOException e) {
            LOG.debug("Nothing was sent to {}", peer, e);
        }
    }

    /**
     * Receives one packet: in lock step there is no second, and looking for one would cost a system call a block.
     *
     * @return whose it is; what belongs to no transfer is dropped, as nobody waits for an answer that is gone
     */
    Optional<Session> receive(ByteBuffer buffer) throws IOException {
        return channel.receive(buffer.clear()) instanceof InetSocketAddress peer
                ? Optional.ofNullable(sessions.get(peer))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
