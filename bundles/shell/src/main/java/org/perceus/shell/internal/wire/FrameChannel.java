package org.perceus.shell.internal.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/** Reads and writes frames. One thread may read while others write. */
public final class FrameChannel implements Closeable {
    /** Largest payload, either way. */
    public static final int LIMIT = 1 << 20;

    private static final int HEADER = 5;

    private final ByteChannel channel;

    /** @param channel blocking; closed with this */
    public FrameChannel(ByteChannel channel) {
        this.channel = channel;
    }

    /**
     * Reads the next frame.
     *
     * @return null at the end of the stream, when it ends between two frames
     * @throws MalformedFrameException when the stream ends within a frame, or the frame is too large
     */
    public Frame read() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (!fill(header)) {
            return null;
        }
        byte kind = header.get();
        int length = header.getInt();
        if (length < 0 || length > LIMIT) {
            throw new MalformedFrameException("a frame of that size is not allowed");
        }
        ByteBuffer payload = ByteBuffer.allocate(length);
        if (length > 0 && !fill(payload)) {
            throw new MalformedFrameException("the stream ends within a frame");
        }
        return new Frame(kind, payload.array());
    }

    /** Writes a frame whole. */
    public void write(byte kind, byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(HEADER + length);
        frame.put(kind).putInt(length).put(bytes, offset, length).flip();
        synchronized (this) {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        }
    }

    /** Writes a frame whole. */
    public void write(byte kind, byte[] payload) throws IOException {
        write(kind, payload, 0, payload.length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (buffer.position() > 0) {
                    throw new MalformedFrameException("the stream ends within a frame");
                }
                return false;
            }
        }
        buffer.flip();
        return true;
    }
}
