package org.perceus.shell.internal.wire;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class RequestTest {
    @Test
    public void wordsArriveAsTheyWereSent() throws MalformedFrameException {
        Request request = new Request(
                List.of("node", "set", "kernel-args=a \"b\" 'c' $(d)", "", "Zoë\uD83D\uDE80\n"),
                "/home/älice",
                120,
                true,
                false);
        assertEquals(request, Request.decode(request.encode()));
    }

    @Test
    public void noWordsArriveToo() throws MalformedFrameException {
        Request request = new Request(List.of(), "/", 0, false, true);
        assertEquals(request, Request.decode(request.encode()));
    }

    @Test
    public void tooManyWordsAreRefusedWithAdvice() {
        Request request = new Request(Collections.nCopies(20_001, "n"), "/", 0, false, false);
        String sentence =
                assertThrows(MalformedFrameException.class, request::encode).getMessage();
        assertTrue(sentence, sentence.contains("name nodes by ranges"));
    }

    @Test
    public void wordsThatAreTooLongAreRefused() {
        Request request = new Request(List.of("x".repeat(2 << 20)), "/", 0, false, false);
        assertThrows(MalformedFrameException.class, request::encode);
    }

    @Test
    public void everyCutOffRequestIsRefused() throws MalformedFrameException {
        byte[] whole = new Request(List.of("node", "list"), "/home", 80, true, true).encode();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = new byte[length];
            System.arraycopy(whole, 0, part, 0, length);
            assertThrows(MalformedFrameException.class, () -> Request.decode(part));
        }
    }

    @Test
    public void hostileNumbersAreRefused() {
        for (int number : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 20_001}) {
            refused(ByteBuffer.allocate(64).put((byte) 2).putInt(number));
            refused(ByteBuffer.allocate(64)
                    .put((byte) 2)
                    .putInt(80)
                    .put((byte) 1)
                    .put((byte) 1)
                    .putInt(number));
            refused(ByteBuffer.allocate(64)
                    .put((byte) 2)
                    .putInt(80)
                    .put((byte) 1)
                    .put((byte) 1)
                    .putInt(1)
                    .putInt(number));
        }
    }

    @Test
    public void anotherVersionIsRefused() {
        refused(ByteBuffer.allocate(64).put((byte) 1));
    }

    @Test
    public void whatIsNotUtf8IsRefused() throws MalformedFrameException {
        byte[] payload = new Request(List.of(), "/", 0, false, false).encode();
        payload[15] = (byte) 0xff;
        assertThrows(MalformedFrameException.class, () -> Request.decode(payload));
    }

    private static void refused(ByteBuffer payload) {
        assertThrows(MalformedFrameException.class, () -> Request.decode(payload.array()));
    }
}
