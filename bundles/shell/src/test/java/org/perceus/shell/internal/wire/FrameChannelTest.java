package org.perceus.shell.internal.wire;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.junit.Test;

public class FrameChannelTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    public void framesArriveAsTheyWereWritten() throws IOException {
        channel().write(Frame.OUT, new byte[] {1, 2, 3});
        channel().write(Frame.ERR, new byte[0]);
        channel().write(Frame.OUT, new byte[] {9, 8, 7, 6}, 1, 2);
        FrameChannel reader = channel(written.toByteArray());
        Frame first = reader.read();
        assertEquals(Frame.OUT, first.kind());
        assertArrayEquals(new byte[] {1, 2, 3}, first.payload());
        assertEquals(Frame.ERR, reader.read().kind());
        assertArrayEquals(new byte[] {8, 7}, reader.read().payload());
        assertNull(reader.read());
    }

    @Test
    public void aStreamThatEndsWithinAFrameIsRefused() throws IOException {
        channel().write(Frame.OUT, new byte[] {1, 2, 3});
        byte[] whole = written.toByteArray();
        for (int length = 1; length < whole.length; length++) {
            byte[] part = new byte[length];
            System.arraycopy(whole, 0, part, 0, length);
            assertThrows(MalformedFrameException.class, () -> channel(part).read());
        }
    }

    @Test
    public void hostileSizesAreRefusedBeforeMemoryIsTaken() {
        for (int size : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, FrameChannel.LIMIT + 1}) {
            byte[] header =
                    ByteBuffer.allocate(5).put(Frame.REQUEST).putInt(size).array();
            assertThrows(MalformedFrameException.class, () -> channel(header).read());
        }
    }

    private FrameChannel channel(byte... content) {
        ReadableByteChannel in = Channels.newChannel(new ByteArrayInputStream(content));
        WritableByteChannel out = Channels.newChannel(written);
        return new FrameChannel(new ByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                return in.read(target);
            }

            @Override
            public int write(ByteBuffer source) throws IOException {
                return out.write(source);
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {
                // Both sides are in memory.
            }
        });
    }
}
