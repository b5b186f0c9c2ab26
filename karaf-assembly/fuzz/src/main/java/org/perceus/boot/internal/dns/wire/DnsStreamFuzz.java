package org.perceus.boot.internal.dns.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;

/** What comes on a TCP connection of the DNS server, in whatever pieces, where every message is sent back. */
public final class DnsStreamFuzz {
    private static final int LENGTH = 2;

    /** Each byte is read and written, at every third turn in the worst case. */
    private static final int TURNS = 8;

    private DnsStreamFuzz() {}

    /** The largest message, sizes of pieces, and the bytes of a connection. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input input = new Input(bytes);
        int largest = input.octet() << 4;
        ScriptedChannel channel = new ScriptedChannel(
                Arrays.copyOfRange(bytes, Math.min(4, bytes.length), bytes.length),
                input.octet(),
                input.octet(),
                1 + input.octet());
        byte[] expected = whole(input.rest(), largest);

        Echo echo = new Echo(channel, largest);
        echo.run(TURNS * (bytes.length + LENGTH));
        Promise.kept(Arrays.equals(expected, channel.written()), "messages are those that came whole, in their order");
    }

    /** The messages up to the first that is cut off or too large, each behind its length. */
    private static byte[] whole(byte[] stream, int largest) {
        ByteBuffer rest = ByteBuffer.wrap(stream);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (rest.remaining() >= LENGTH) {
            int size = Short.toUnsignedInt(rest.getShort(rest.position()));
            if (size > largest || size > rest.remaining() - LENGTH) {
                break;
            }
            byte[] message = new byte[LENGTH + size];
            rest.get(message);
            whole.writeBytes(message);
        }
        return whole.toByteArray();
    }

    private static final class Echo {
        private final MessageStream messages;

        Echo(ScriptedChannel channel, int largest) {
            messages = new MessageStream(channel, new ReadyKey(channel), largest, this::answer);
        }

        private void answer(byte[] message) {
            try {
                messages.send(message);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void run(int most) {
            try {
                for (int i = 0; i < most; i++) {
                    messages.ready();
                }
                throw new AssertionError("not kept: a connection comes to its end");
            } catch (IOException end) {
                Promise.sentence(end.getMessage());
            }
        }
    }
}
