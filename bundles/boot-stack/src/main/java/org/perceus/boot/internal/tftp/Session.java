package org.perceus.boot.internal.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transfer with its socket and its file. Belongs to the server's thread. */
final class Session implements Transfer.Out, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int MOST_REPETITIONS = 10;

    private final InetSocketAddress peer;
    private final TftpPacket.ReadRequest request;
    private final DatagramChannel channel;
    private final FileChannel file;
    private final ByteBuffer buffer;
    private final Terms terms;
    private final Transfer transfer;
    private boolean broken;

    /**
     * A session that has not begun.
     *
     * @param channel connected to the peer, belongs to the session
     * @param file belongs to the session
     * @param buffer for packets, shared by all sessions
     */
    Session(
            InetSocketAddress peer,
            TftpPacket.ReadRequest request,
            DatagramChannel channel,
            FileChannel file,
            long size,
            Terms terms,
            ByteBuffer buffer) {
        this.peer = peer;
        this.request = request;
        this.channel = channel;
        this.file = file;
        this.buffer = buffer;
        this.terms = terms;
        this.transfer = new Transfer(terms, size, MOST_REPETITIONS, this);
    }

    InetSocketAddress peer() {
        return peer;
    }

    DatagramChannel channel() {
        return channel;
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

    /** Takes one packet: in lock step there is no second, and looking for one would cost a system call a block. */
    void readable(LongSupplier nanoTime) {
        try {
            if (channel.read(buffer.clear()) > 0) {
                transfer.received(TftpParser.parse(buffer.flip()), nanoTime.getAsLong());
            }
        } catch (IOException e) {
            fail(e);
        }
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

    void tick(long now) {
        transfer.tick(now);
    }

    Transfer.State state() {
        return broken ? Transfer.State.ABORTED : transfer.state();
    }

    @Override
    public void optionsAck() {
        send(TftpWriter.optionsAck(terms.acknowledged()));
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
                int read = file.read(buffer, at);
                if (read < 0) {
                    throw new IOException("the file became shorter");
                }
                at += read;
            }
            channel.write(buffer.flip());
        } catch (IOException e) {
            fail(e);
        }
    }

    /** A packet that the socket does not take is lost like any other: it is repeated in time. */
    private void send(ByteBuffer packet) {
        try {
            channel.write(packet);
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        LOG.debug("Transfer of {} to {} broke", request.name(), peer, e);
        broken = true;
    }

    @Override
    public void close() {
        try (channel;
                file) {
            LOG.debug("Transfer of {} to {}: {}", request.name(), peer, state());
        } catch (IOException e) {
            LOG.debug("Transfer to {} did not close", peer, e);
        }
    }
}
