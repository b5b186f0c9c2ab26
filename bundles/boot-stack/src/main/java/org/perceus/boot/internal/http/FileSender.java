package org.perceus.boot.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.IteratingCallback;

/** Streams a part of a file through one pooled buffer outside the heap; no thread waits for the network. */
final class FileSender extends IteratingCallback {
    /** Fewer, larger writes than Jetty's 64 KiB: the pool keeps buffers up to this size. */
    static final int BUFFER = 256 << 10;

    private final Exchange exchange;
    private final FileChannel file;
    private final RetainableByteBuffer.Mutable retained;
    private long position;
    private long remaining;
    private boolean done;

    FileSender(Exchange exchange, FileChannel file, long position, long length) {
        this.exchange = exchange;
        this.file = file;
        this.position = position;
        this.remaining = length;
        this.retained = exchange.request()
                .getComponents()
                .getByteBufferPool()
                .acquire((int) Math.max(1, Math.min(BUFFER, length)), true);
    }

    @Override
    protected Action process() throws IOException {
        if (done) {
            return Action.SUCCEEDED;
        }
        ByteBuffer buffer = retained.getByteBuffer();
        int wanted = (int) Math.min(BUFFER, remaining);
        BufferUtil.clearToFill(buffer);
        buffer.limit(wanted);
        while (buffer.hasRemaining()) {
            int read = file.read(buffer, position);
            if (read < 0) {
                throw new IOException("the file became shorter while it was sent");
            }
            position += read;
        }
        buffer.flip();
        remaining -= wanted;
        done = remaining == 0;
        exchange.response().write(done, buffer, this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleted(Throwable failure) {
        retained.release();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (failure == null) {
                exchange.sent();
            } else {
                exchange.broken(failure);
            }
        }
    }
}
