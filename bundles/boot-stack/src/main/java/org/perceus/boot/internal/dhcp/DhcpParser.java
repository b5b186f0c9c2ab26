package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.perceus.address.Ipv4Address;

/** Reads DHCP messages (RFC 2131 section 2, RFC 2132, RFC 3396) that anybody may have sent. */
final class DhcpParser {
    static final int TRANSACTION = 4;
    static final int RELAY = 24;
    static final int HARDWARE = 28;
    static final int SERVER_NAME = 44;
    static final int FILE = 108;
    static final int COOKIE = 236;
    static final int OPTIONS = 240;
    static final int MAGIC = 0x63825363;
    private static final int HARDWARE_ADDRESS_ROOM = 16;
    private static final int LARGEST = 4096;

    private DhcpParser() {}

    /** Reads the message between the buffer's position and limit; the buffer stays as it is. Never throws. */
    static Decoded parse(ByteBuffer datagram) {
        ByteBuffer packet = datagram.slice().asReadOnlyBuffer();
        if (packet.limit() < OPTIONS) {
            return new Decoded.Malformed("shorter than a DHCP header");
        }
        if (packet.limit() > LARGEST) {
            return new Decoded.Malformed("longer than any DHCP message");
        }
        if (packet.getInt(COOKIE) != MAGIC) {
            return new Decoded.Malformed("no DHCP magic cookie");
        }
        if (unsigned(packet, 2) > HARDWARE_ADDRESS_ROOM) {
            return new Decoded.Malformed("hardware address longer than its field");
        }
        OptionParser parser = new OptionParser();
        parser.read(packet.slice(OPTIONS, packet.limit() - OPTIONS));
        int overload = parser.overload();
        if ((overload & OptionParser.OVERLOAD_FILE) != 0) {
            parser.read(packet.slice(FILE, COOKIE - FILE));
        }
        if ((overload & OptionParser.OVERLOAD_SERVER_NAME) != 0) {
            parser.read(packet.slice(SERVER_NAME, FILE - SERVER_NAME));
        }
        DhcpOptions options = parser.options();
        Optional<String> broken = OptionRules.broken(options);
        return new Decoded.Message(
                message(packet, overload, broken.isEmpty() ? options : OptionRules.mended(options)),
                parser.damage().or(() -> broken));
    }

    private static DhcpMessage message(ByteBuffer packet, int overload, DhcpOptions options) {
        return new DhcpMessage(
                unsigned(packet, 0),
                unsigned(packet, 1),
                octets(packet, HARDWARE, unsigned(packet, 2)),
                unsigned(packet, 3),
                packet.getInt(TRANSACTION),
                packet.getShort(8) & 0xffff,
                packet.getShort(10) & 0xffff,
                Ipv4Address.of(packet.getInt(12)),
                Ipv4Address.of(packet.getInt(16)),
                Ipv4Address.of(packet.getInt(20)),
                Ipv4Address.of(packet.getInt(RELAY)),
                (overload & OptionParser.OVERLOAD_SERVER_NAME) != 0
                        ? ""
                        : octets(packet, SERVER_NAME, FILE - SERVER_NAME).text(),
                (overload & OptionParser.OVERLOAD_FILE) != 0
                        ? ""
                        : octets(packet, FILE, COOKIE - FILE).text(),
                options);
    }

    private static int unsigned(ByteBuffer packet, int index) {
        return packet.get(index) & 0xff;
    }

    private static Octets octets(ByteBuffer packet, int index, int length) {
        return Octets.from(packet.slice(index, length), length);
    }
}
