package org.perceus.boot.internal.dns.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import org.perceus.boot.internal.dns.forward.Line;
import org.perceus.boot.internal.dns.forward.Resolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line by UDP: a connected socket, to which the kernel lets no other sender speak. */
final class DatagramLine implements Line, Handler {
    private static final Logger LOG = LoggerFactory.getLogger(DatagramLine.class);
    private static final int MOST_AT_ONCE = 16;

    private final DatagramChannel channel;
    private final Ear ear;
    private final ByteBuffer buffer;

    private DatagramLine(DatagramChannel channel, Ear ear, ByteBuffer buffer) {
        this.channel = channel;
        this.ear = ear;
        this.buffer = buffer;
    }

    /** @param buffer to receive into, used by one thread */
    static Line open(Loop loop, Resolver resolver, byte[] message, Ear ear, ByteBuffer buffer) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            DatagramLine line = new DatagramLine(channel, ear, buffer);
            channel.connect(resolver.socket());
            loop.register(channel, SelectionKey.OP_READ, line);
            channel.write(ByteBuffer.wrap(message));
            return line;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void ready() throws IOException {
        for (int i = 0; i < MOST_AT_ONCE && channel.isOpen(); i++) {
            if (channel.read(buffer.clear()) == 0 && buffer.position() == 0) {
                return;
            }
            byte[] message = new byte[buffer.flip().remaining()];
            buffer.get(message);
            ear.heard(message);
        }
    }

    @Override
    public void failed() {
        close();
        ear.failed();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A socket did not close", e);
        }
    }
}
