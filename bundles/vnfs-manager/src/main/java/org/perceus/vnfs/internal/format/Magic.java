package org.perceus.vnfs.internal.format;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Bytes by which a format is known: their place, and an expression for their hexadecimal digits. Immutable. */
record Magic(int offset, Pattern digits) {
    private static final int LONGEST = 32;

    /** Of a notation such as {@code 1080:53ef}; a dot stands for any digit. */
    static Magic of(String notation) {
        int colon = notation.indexOf(':');
        return new Magic(
                Integer.parseInt(notation.substring(0, colon)), Pattern.compile(notation.substring(colon + 1)));
    }

    boolean isIn(byte[] head) {
        if (offset >= head.length) {
            return false;
        }
        byte[] there = Arrays.copyOfRange(head, offset, Math.min(head.length, offset + LONGEST));
        return digits.matcher(HexFormat.of().formatHex(there)).lookingAt();
    }
}
