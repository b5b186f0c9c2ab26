package org.perceus.doctor.wire;

import java.util.HexFormat;
import java.util.Random;

/**
 * The address of a network card.
 *
 * @param text six octets in lower case, with colons
 */
public record Mac(String text) {
    private static final int LENGTH = 6;

    /** Six octets of a packet. */
    static Mac of(byte[] packet, int at) {
        return new Mac(HexFormat.ofDelimiter(":").formatHex(packet, at, at + LENGTH));
    }

    /** One that no vendor gave out. */
    static Mac random(Random random) {
        byte[] octets = new byte[LENGTH];
        random.nextBytes(octets);
        octets[0] = 0x02;
        return of(octets, 0);
    }

    byte[] octets() {
        return HexFormat.ofDelimiter(":").parseHex(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
