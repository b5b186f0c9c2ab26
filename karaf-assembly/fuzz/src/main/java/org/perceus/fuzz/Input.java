package org.perceus.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The bytes of an input, taken apart into what a codec wants. For one thread. */
public final class Input {
    private final byte[] bytes;
    private int at;

    /** @param bytes not copied */
    public Input(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next byte, unsigned; 0 when there is none. */
    public int octet() {
        return at < bytes.length ? bytes[at++] & 0xff : 0;
    }

    /** A number of eight bytes. */
    public long number() {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << Byte.SIZE | octet();
        }
        return number;
    }

    /** A number of eight bytes from 0 up to, but not with, a limit. */
    public long below(long limit) {
        return Math.floorMod(number(), limit);
    }

    /** All that is left. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
        at = bytes.length;
        return rest;
    }

    /** All that is left, as text; what is not UTF-8 becomes replacement characters. */
    public String text() {
        return new String(rest(), StandardCharsets.UTF_8);
    }

    /** The lines of the text that is left. */
    public List<String> lines() {
        return Arrays.asList(text().split("\n", -1));
    }

    /** Texts divided by NULs, at least so many; those that are not there are empty. */
    public String[] texts(int least) {
        String[] texts = text().split("\0", -1);
        int there = texts.length;
        String[] enough = Arrays.copyOf(texts, Math.max(least, there));
        Arrays.fill(enough, there, enough.length, "");
        return enough;
    }
}
