package org.perceus.vnfs.internal.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file that people read. */
final class PlainText {
    private static final int SHORT = 512;

    private PlainText() {}

    static Optional<String> refusal(byte[] head) {
        if (head.length == 0 || !isText(head)) {
            return Optional.empty();
        }
        String doubt = head.length < SHORT ? " (or was truncated)" : "";
        return Optional.of("it is no tar archive but a text file" + doubt + ": " + Remedy.PROGRAM);
    }

    private static boolean isText(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(head.length);
        // a character that is cut off at the end is no error
        return !decoder.decode(ByteBuffer.wrap(head), text, false).isError()
                && text.flip().chars().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
    }
}
