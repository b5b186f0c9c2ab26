package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Writes packets octet by octet as RFC 2131 section 2 draws them, without the code that is tested. */
final class Packet {
    static final int DISCOVER = 1;
    static final int REQUEST = 3;

    private final ByteBuffer bytes = ByteBuffer.allocate(1500);

    /** A request from a client on Ethernet, with the magic cookie and no options yet. */
    Packet() {
        at(0, 0x01, 0x01, 0x06, 0x00).at(4, 0x12, 0x34, 0x56, 0x78);
        at(28, 0x52, 0x54, 0x00, 0x00, 0x00, 0x05).at(236, 0x63, 0x82, 0x53, 0x63);
        bytes.position(240);
    }

    static Packet of(int messageType) {
        return new Packet().option(53, messageType);
    }

    Packet at(int index, int... octets) {
        for (int i = 0; i < octets.length; i++) {
            bytes.put(index + i, (byte) octets[i]);
        }
        return this;
    }

    Packet ciaddr(int... octets) {
        return at(12, octets);
    }

    Packet giaddr(int... octets) {
        return at(24, octets);
    }

    Packet flags(int flags) {
        return at(10, flags >>> 8, flags);
    }

    /** The octets that come next in the options. */
    Packet raw(int... octets) {
        for (int octet : octets) {
            bytes.put((byte) octet);
        }
        return this;
    }

    Packet option(int code, int... value) {
        return raw(code, value.length).raw(value);
    }

    Packet option(int code, String text) {
        return option(code, text.chars().toArray());
    }

    Packet option(int code, byte[] value) {
        return raw(code, value.length).hex(HexFormat.of().formatHex(value));
    }

    Packet hex(String digits) {
        bytes.put(HexFormat.of().parseHex(digits));
        return this;
    }

    /** The packet as it stands, without an end option unless one was written. */
    byte[] bytes() {
        byte[] copy = new byte[bytes.position()];
        bytes.get(0, copy);
        return copy;
    }

    byte[] ended() {
        return raw(255).bytes();
    }

    DhcpMessage message() {
        return Captures.parse(ended());
    }
}
