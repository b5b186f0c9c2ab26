package org.perceus.shell.internal.remote;

import java.io.IOException;
import java.io.OutputStream;
import org.perceus.shell.internal.wire.FrameChannel;

/** Sends what is written to it in frames of one kind. Buffering is left to the stream around it. */
final class FrameOutput extends OutputStream {
    private static final int MOST = 64 << 10;

    private final FrameChannel channel;
    private final byte kind;

    FrameOutput(FrameChannel channel, byte kind) {
        this.channel = channel;
        this.kind = kind;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int sent = 0; sent < length; sent += MOST) {
            channel.write(kind, bytes, offset + sent, Math.min(MOST, length - sent));
        }
    }
}
