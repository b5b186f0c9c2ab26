package org.perceus.simulator.dhcp;

import java.nio.ByteBuffer;

/** Appends options (RFC 2132) to a message. */
final class OptionWriter {
    private final ByteBuffer packet;

    OptionWriter(ByteBuffer packet) {
        this.packet = packet;
    }

    OptionWriter put(int code, int... octets) {
        byte[] value = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            value[i] = (byte) octets[i];
        }
        return put(code, value);
    }

    OptionWriter put(int code, byte[] value) {
        packet.put((byte) code).put((byte) value.length).put(value);
        return this;
    }
}
