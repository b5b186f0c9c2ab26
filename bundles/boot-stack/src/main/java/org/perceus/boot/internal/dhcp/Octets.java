package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that do not change. */
final class Octets {
    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    static Octets of(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new Octets(bytes);
    }

    static Octets copy(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    static Octets ascii(String text) {
        return new Octets(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Octets int16(int value) {
        return of(value >>> 8, value);
    }

    static Octets int32(long value) {
        return new Octets(ByteBuffer.allocate(4).putInt((int) value).array());
    }

    /** Takes so many bytes from a buffer that has them. */
    static Octets from(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return new Octets(bytes);
    }

    Octets and(Octets more) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        System.arraycopy(more.bytes, 0, joined, bytes.length, more.bytes.length);
        return new Octets(joined);
    }

    /** So many from the beginning on, of which there are as many. */
    Octets first(int count) {
        return new Octets(Arrays.copyOf(bytes, count));
    }

    int length() {
        return bytes.length;
    }

    /** The unsigned byte at an index. */
    int at(int index) {
        return bytes[index] & 0xff;
    }

    /** The unsigned 16 bits at an index, network order. */
    int int16At(int index) {
        return at(index) << 8 | at(index + 1);
    }

    byte[] toArray() {
        return bytes.clone();
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** The text up to the first NUL. */
    String text() {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
