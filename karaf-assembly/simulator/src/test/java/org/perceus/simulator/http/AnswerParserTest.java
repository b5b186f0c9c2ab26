package org.perceus.simulator.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.Test;

public class AnswerParserTest {
    private final AnswerParser parser = new AnswerParser(5);

    @Test
    public void anAnswerMayComeOctetByOctet() {
        for (char c : "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 6\r\n\r\nabcde".toCharArray()) {
            take(String.valueOf(c));
            assertFalse(parser.whole());
        }
        take("f");
        assertTrue(parser.whole());
        assertFalse(parser.closes());
        assertEquals(new HttpAnswer(503, OptionalInt.of(7), "abcde", 6), parser.answer());
    }

    @Test
    public void withoutALengthItEndsWithTheConnection() {
        take("HTTP/1.0 200 OK\r\n\r\nab");
        assertFalse(parser.whole());
        assertTrue(parser.closes());
        assertEquals(new HttpAnswer(200, OptionalInt.empty(), "ab", 2), parser.answer());
    }

    @Test
    public void nothingHasNoBody() {
        take("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        assertTrue(parser.whole());
        assertTrue(parser.answer().done());
    }

    @Test
    public void whatIsCutOffIsNoAnswer() {
        take("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        assertEquals(0, parser.answer().status());
        assertEquals(0, new AnswerParser(5).answer().status());
    }

    @Test
    public void whatIsNoHttpIsNoAnswer() {
        take("SSH-2.0-OpenSSH\r\n\r\n");
        assertEquals(0, parser.answer().status());
    }

    private void take(String text) {
        parser.take(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
