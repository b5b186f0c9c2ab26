package org.perceus.boot.internal.http;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads a request's body whole, up to a limit, without holding a thread while it arrives. */
final class BodyReader implements Invocable.Task {
    static final int LIMIT = 64 << 10;

    private final Content.Source source;
    private final Consumer<Body> receiver;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream(512);

    /** What became of a body. */
    sealed interface Body {
        /** It arrived. */
        record Whole(byte[] content) implements Body {}

        /** It is larger than the limit. */
        record TooLarge() implements Body {}

        /** The client went away or broke the protocol. */
        record Failed(Throwable cause) implements Body {}
    }

    BodyReader(Content.Source source, Consumer<Body> receiver) {
        this.source = source;
        this.receiver = receiver;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                receiver.accept(new Body.Failed(chunk.getFailure()));
                return;
            }
            boolean last = chunk.isLast();
            boolean fits = take(chunk);
            if (!fits || last) {
                receiver.accept(fits ? new Body.Whole(read.toByteArray()) : new Body.TooLarge());
                return;
            }
        }
    }

    private boolean take(Content.Chunk chunk) {
        try {
            boolean fits = read.size() + chunk.remaining() <= LIMIT;
            if (fits) {
                read.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
            }
            return fits;
        } finally {
            chunk.release();
        }
    }
}
