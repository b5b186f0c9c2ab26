package org.perceus.boot;

import java.util.HexFormat;

/**
 * An Ethernet address as it stands in a DHCP packet. Immutable.
 *
 * @param value the 48 bits, the first octet highest
 */
public record HardwareAddress(long value) {
    private static final HexFormat HEX = HexFormat.ofDelimiter(":");
    private static final int LENGTH = 6;

    /** @throws IllegalArgumentException when the value has more than 48 bits */
    public HardwareAddress {
        if (value >>> (8 * LENGTH) != 0) {
            throw new IllegalArgumentException("an Ethernet address has 48 bits");
        }
    }

    /** Reads six octets from the start of an array. */
    public static HardwareAddress of(byte[] octets) {
        long value = 0;
        for (int i = 0; i < LENGTH; i++) {
            value = value << 8 | octets[i] & 0xff;
        }
        return new HardwareAddress(value);
    }

    /** The six octets. */
    public byte[] octets() {
        byte[] octets = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            octets[i] = (byte) (value >>> 8 * (LENGTH - 1 - i));
        }
        return octets;
    }

    /** Lower case with colons. */
    @Override
    public String toString() {
        return HEX.formatHex(octets());
    }
}
