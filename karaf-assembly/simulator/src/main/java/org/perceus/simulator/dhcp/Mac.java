package org.perceus.simulator.dhcp;

import java.util.HexFormat;

/**
 * The address of a node's boot card.
 *
 * @param value 48 bits
 */
public record Mac(long value) {
    /** The six octets. */
    public byte[] octets() {
        byte[] octets = new byte[6];
        for (int i = 0; i < 6; i++) {
            octets[i] = (byte) (value >>> 8 * (5 - i));
        }
        return octets;
    }

    /** What the firmware says of the machine (RFC 4578 section 2.3): a UUID of its own, made of the address. */
    public byte[] machineId() {
        byte[] id = new byte[17];
        System.arraycopy(octets(), 0, id, 11, 6);
        return id;
    }

    /** The same as the kernel shows it. */
    public String uuid() {
        return "00000000-0000-0000-0000-" + HexFormat.of().toHexDigits(value, 12);
    }

    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").formatHex(octets());
    }
}
