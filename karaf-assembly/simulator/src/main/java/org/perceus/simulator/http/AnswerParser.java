package org.perceus.simulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/** Reads one answer (RFC 9112) piece by piece. Belongs to the loop's thread. */
final class AnswerParser {
    private static final int LARGEST_HEAD = 16 << 10;

    private final int keep;
    private byte[] head = new byte[512];
    private int headLength;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private int lineEnds;
    private boolean headDone;
    private int status;
    private long length = -1;
    private long octets;
    private OptionalInt retrySeconds = OptionalInt.empty();
    private boolean closes;

    /** @param keep how many octets of the body are kept */
    AnswerParser(int keep) {
        this.keep = keep;
    }

    /** Takes what came. */
    void take(ByteBuffer bytes) {
        while (!headDone && bytes.hasRemaining()) {
            headByte(bytes.get());
        }
        int wanted = Math.min(bytes.remaining(), keep - body.size());
        octets += bytes.remaining();
        for (int i = 0; i < wanted; i++) {
            body.write(bytes.get());
        }
    }

    private void headByte(byte next) {
        if (headLength == head.length) {
            head = Arrays.copyOf(head, 2 * headLength);
        }
        head[headLength++] = next;
        if (next == '\n') {
            lineEnds++;
        } else if (next != '\r') {
            lineEnds = 0;
        }
        if (lineEnds == 2 || headLength == LARGEST_HEAD) {
            headDone = true;
            readHead(new String(head, 0, headLength, StandardCharsets.ISO_8859_1).split("\r?\n"));
        }
    }

    private void readHead(String[] lines) {
        status = lines[0].startsWith("HTTP/1.") && lines[0].length() >= 12 ? number(lines[0].substring(9, 12)) : 0;
        length = status == 204 || status == 304 ? 0 : -1;
        closes = lines[0].startsWith("HTTP/1.0");
        for (int i = 1; i < lines.length; i++) {
            int colon = Math.max(0, lines[i].indexOf(':'));
            String value = lines[i].substring(colon + 1).strip();
            switch (lines[i].substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = number(value);
                case "retry-after" -> retrySeconds = OptionalInt.of(number(value));
                case "connection" -> closes = value.equalsIgnoreCase("close") || closes;
                default -> {}
            }
        }
    }

    private static int number(String digits) {
        boolean number =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }

    /** Whether all that belongs to the answer has come, as far as it says itself how long it is. */
    boolean whole() {
        return headDone && length >= 0 && octets >= length;
    }

    /** Whether the server closes the connection after this answer. */
    boolean closes() {
        return closes;
    }

    /** The answer, once it is whole or the connection is closed. */
    HttpAnswer answer() {
        if (!headDone || status == 0 || octets < length) {
            return HttpAnswer.none("the connection broke off before the answer was whole");
        }
        return new HttpAnswer(status, retrySeconds, body.toString(StandardCharsets.UTF_8), octets);
    }

    /** How many octets of the body have come. */
    long octets() {
        return octets;
    }
}
