package org.perceus.boot.internal.dns.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Messages over TCP, each behind its length (RFC 1035 section 4.2.2). Reads no further while something is to be written. */
final class MessageStream {
    private static final int LENGTH = 2;
    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_UNSENT = 1 << 17;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final int largest;
    private final Consumer<byte[]> receiver;
    private final ByteBuffer length = ByteBuffer.allocate(LENGTH);
    private final Queue<ByteBuffer> unsent = new ArrayDeque<>();
    private ByteBuffer body = length;
    private int bytes;

    /**
     * Reads what comes.
     *
     * @param key of the channel
     * @param largest message that is read; what announces a larger one fails
     */
    MessageStream(SocketChannel channel, SelectionKey key, int largest, Consumer<byte[]> receiver) {
        this.channel = channel;
        this.key = key;
        this.largest = largest;
        this.receiver = receiver;
    }

    /**
     * Sends as much as goes, and the rest when it goes.
     *
     * @throws IOException when the other side takes nothing, or has left
     */
    void send(byte[] message) throws IOException {
        bytes += LENGTH + message.length;
        if (bytes > MOST_UNSENT) {
            throw new IOException("the client does not take its answers");
        }
        unsent.add(ByteBuffer.allocate(LENGTH + message.length)
                .putShort((short) message.length)
                .put(message)
                .flip());
        write();
    }

    /** Whether all was written. */
    boolean isSent() {
        return unsent.isEmpty();
    }

    /** Does what the socket is ready for. */
    void ready() throws IOException {
        if (key.isWritable()) {
            write();
        }
        if (key.isValid() && key.isReadable()) {
            read();
        }
    }

    private void write() throws IOException {
        while (!unsent.isEmpty()) {
            ByteBuffer next = unsent.element();
            channel.write(next);
            if (next.hasRemaining()) {
                key.interestOps(SelectionKey.OP_WRITE);
                return;
            }
            bytes -= unsent.remove().limit();
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    private void read() throws IOException {
        for (int i = 0; i < MOST_AT_ONCE && channel.isOpen() && isSent(); i++) {
            int got = channel.read(body);
            if (got < 0) {
                throw new EOFException("the other side has left");
            }
            if (body.hasRemaining()) {
                return;
            }
            complete();
        }
    }

    private void complete() throws IOException {
        if (body == length) {
            int size = length.getShort(0) & 0xffff;
            if (size > largest) {
                throw new IOException("a message of " + size + " octets is too large");
            }
            body = ByteBuffer.allocate(size);
        }
        if (!body.hasRemaining()) {
            byte[] message = body.array();
            body = length.clear();
            receiver.accept(message);
        }
    }
}
