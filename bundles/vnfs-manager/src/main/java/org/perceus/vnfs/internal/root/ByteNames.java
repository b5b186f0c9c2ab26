package org.perceus.vnfs.internal.root;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * File names as Linux knows them: bytes in no particular encoding. Inside this bundle they are strings in which each
 * character stands for one byte, so that every name survives and sorts as its bytes do.
 */
public final class ByteNames {
    private static final int SHOWN = 160;

    private ByteNames() {}

    /** The name that some bytes spell. */
    public static String of(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    /** The name that a text spells in UTF-8. */
    public static String ofText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** The bytes of a name. */
    public static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A name as a person is shown it, in quotes: on one line, not endless. */
    public static String shown(String name) {
        return "'" + text(name) + "'";
    }

    /** A name as a person is shown it: on one line, not endless. */
    public static String text(String name) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(name)))
                    .toString();
        } catch (CharacterCodingException e) {
            text = name;
        }
        String line = text.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
