package org.perceus.doctor.address;

import java.util.HexFormat;
import java.util.Random;

/**
 * The address of a network card.
 *
 * @param text six octets in lower case, with colons
 */
public record Mac(String text) {
    private static final int LENGTH = 6;
    private static final byte[] MADE_UP = {0x02, (byte) 0xd0, (byte) 0xc7};

    /** Six octets of a packet. */
    public static Mac of(byte[] packet, int at) {
        return new Mac(HexFormat.ofDelimiter(":").formatHex(packet, at, at + LENGTH));
    }

    /** One that no vendor gave out, by which people know who asked: it begins with 02:d0:c7. */
    public static Mac random(Random random) {
        byte[] octets = new byte[LENGTH];
        random.nextBytes(octets);
        System.arraycopy(MADE_UP, 0, octets, 0, MADE_UP.length);
        return of(octets, 0);
    }

    /** As they are in packets. */
    public byte[] octets() {
        return HexFormat.ofDelimiter(":").parseHex(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
