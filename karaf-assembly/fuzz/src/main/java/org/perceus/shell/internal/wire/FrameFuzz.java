package org.perceus.shell.internal.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import org.perceus.fuzz.Promise;

/** What comes on the socket of the command line. */
public final class FrameFuzz {
    private FrameFuzz() {}

    /** The bytes of a connection. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try {
            FrameChannel channel = new FrameChannel(new Connection(ByteBuffer.wrap(bytes)));
            long octets = 0;
            for (Frame frame = channel.read(); frame != null; frame = channel.read()) {
                octets += 5 + frame.payload().length;
                Promise.kept(octets <= bytes.length, "frames hold no more than came");
                request(frame.payload());
            }
            Promise.equal((long) bytes.length, octets, "all that came is in frames");
        } catch (MalformedFrameException e) {
            Promise.sentence(e.getMessage());
        }
    }

    private static void request(byte[] payload) throws MalformedFrameException {
        Request request = Request.decode(payload);
        Promise.equal(request, Request.decode(request.encode()), "what is written is read again");
    }

    private record Connection(ByteBuffer bytes) implements ByteChannel {
        @Override
        public int read(ByteBuffer target) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(target.remaining(), bytes.remaining());
            target.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
