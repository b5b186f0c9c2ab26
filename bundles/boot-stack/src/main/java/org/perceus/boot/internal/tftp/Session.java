package org.perceus.boot.internal.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transfer with its port and its file. Belongs to the server's thread. */
final class Session implements Transfer.Out, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int MOST_REPETITIONS = 10;

    private final InetSocketAddress peer;
    private final TftpPacket.ReadRequest request;
    private final TransferPort port;
    private final Content content;
    private final ByteBuffer buffer;
    private final Terms terms;
    private final Transfer transfer;
    private boolean broken;
    private boolean watched;
    private long watchedUntil;

    /**
     * A session that has not begun.
     *
     * @param port which the session joins
     * @param content belongs to the session
     * @param buffer for packets, shared by all sessions
     */
    Session(
            InetSocketAddress peer,
            TftpPacket.ReadRequest request,
            TransferPort port,
            Content content,
            Terms terms,
            ByteBuffer buffer) {
        this.peer = peer;
        this.request = request;
        this.port = port;
        this.content = content;
        this.buffer = buffer;
        this.terms = terms;
        this.transfer = new Transfer(terms, content.size(), MOST_REPETITIONS, this);
        port.join(peer, this);
    }

    InetSocketAddress peer() {
        return peer;
    }

    /** Whether this transfer is of the same request and the client has not reacted to it yet. */
    boolean awaitsFirstAnswer(TftpPacket.ReadRequest other) {
        return request.equals(other) && transfer.awaitsFirstAnswer();
    }

    TftpPacket.ReadRequest request() {
        return request;
    }

    void start(long now) {
        transfer.start(now);
    }

    /** The client sent something. */
    void received(TftpPacket packet, long now) {
        transfer.received(packet, now);
    }

    /** The client sent its request once more. */
    void requestedAgain(long now) {
        transfer.requestedAgain(now);
    }

    /** Whether the client has answered from the address that it gives as its own. */
    boolean isProven() {
        return !transfer.awaitsFirstAnswer();
    }

    long progressedAt() {
        return transfer.progressedAt();
    }

    long deadline() {
        return transfer.deadline();
    }

    /** Whether somebody looks at it at a time or before. */
    boolean isWatchedUntil(long time) {
        return watched && watchedUntil - time <= 0;
    }

    void watch(long until) {
        watched = true;
        watchedUntil = until;
    }

    /** It is looked at; a later look may be due as well. */
    void unwatch(long at) {
        watched = watched && watchedUntil != at;
    }

    void tick(long now) {
        transfer.tick(now);
    }

    Transfer.State state() {
        return broken ? Transfer.State.ABORTED : transfer.state();
    }

    @Override
    public void optionsAck() {
        port.send(TftpWriter.optionsAck(terms.acknowledged()), peer);
    }

    @Override
    public void data(int number, long offset, int length) {
        if (broken) {
            return;
        }
        TftpWriter.dataHeader(buffer.clear(), number);
        buffer.limit(TftpWriter.DATA_HEADER + length);
        try {
            long at = offset;
            while (buffer.hasRemaining()) {
                int read = content.read(buffer, at);
                if (read < 0) {
                    throw new IOException("the file became shorter");
                }
                at += read;
            }
        } catch (IOException e) {
            LOG.debug("Transfer of {} to {} broke", request.name(), peer, e);
            broken = true;
            return;
        }
        port.send(buffer.flip(), peer);
    }

    @Override
    public void close() {
        LOG.debug("Transfer of {} to {}: {}", request.name(), peer, state());
        port.leave(peer, this);
        content.close();
    }
}
