package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Writes DHCP messages (RFC 2131 section 2). */
final class DhcpWriter {
    /** What every client and relay accepts (RFC 951 section 3): shorter messages are padded to it. */
    private static final int SMALLEST = 300;

    private static final int PART = 255;

    /** ROMs of twenty years take these for strings of C, whatever their length says: a pad behind them ends them. */
    private static final Set<OptionCode> READ_UP_TO_A_NUL = Set.of(OptionCode.BOOT_FILE, OptionCode.TFTP_SERVER);

    private DhcpWriter() {}

    /**
     * Writes a message.
     *
     * @param limit the largest message that the receiver takes; the options that do not fit are left out, the last
     *     first, but never the relay agent's (RFC 3046 section 2.2)
     */
    static ByteBuffer write(DhcpMessage message, int limit) {
        ByteBuffer packet = ByteBuffer.allocate(Math.max(SMALLEST, limit));
        packet.put((byte) message.op())
                .put((byte) message.hardwareType())
                .put((byte) message.hardwareAddress().length())
                .put((byte) message.hops())
                .putInt(message.xid())
                .putShort((short) message.secs())
                .putShort((short) message.flags())
                .put(message.ciaddr().octets())
                .put(message.yiaddr().octets())
                .put(message.siaddr().octets())
                .put(message.giaddr().octets())
                .put(message.hardwareAddress().buffer());
        text(packet, DhcpParser.SERVER_NAME, DhcpParser.FILE, message.serverName());
        text(packet, DhcpParser.FILE, DhcpParser.COOKIE, message.file());
        packet.position(DhcpParser.COOKIE).putInt(DhcpParser.MAGIC);
        options(packet, message.options());
        packet.put((byte) OptionCode.END);
        return packet.limit(Math.max(SMALLEST, packet.position())).position(0);
    }

    private static void text(ByteBuffer packet, int start, int end, String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        packet.position(start).put(octets, 0, Math.min(octets.length, end - start));
    }

    private static void options(ByteBuffer packet, DhcpOptions options) {
        Octets relay = options.get(OptionCode.RELAY_AGENT).orElse(null);
        int reserved = 1 + (relay == null ? 0 : size(OptionCode.RELAY_AGENT, relay));
        for (Map.Entry<OptionCode, Octets> option : options.all().entrySet()) {
            boolean last = option.getKey().equals(OptionCode.RELAY_AGENT);
            if (!last && size(option.getKey(), option.getValue()) <= packet.remaining() - reserved) {
                option(packet, option.getKey(), option.getValue());
            }
        }
        if (relay != null && size(OptionCode.RELAY_AGENT, relay) < packet.remaining()) {
            option(packet, OptionCode.RELAY_AGENT, relay);
        }
    }

    private static int size(OptionCode code, Octets value) {
        int parts = Math.max(1, (value.length() + PART - 1) / PART);
        return 2 * parts + value.length() + (READ_UP_TO_A_NUL.contains(code) ? 1 : 0);
    }

    /** One option; RFC 3396 section 6 splits what is longer than a length octet can say. */
    private static void option(ByteBuffer packet, OptionCode code, Octets value) {
        ByteBuffer rest = value.buffer();
        do {
            int part = Math.min(PART, rest.remaining());
            packet.put((byte) code.value()).put((byte) part).put(rest.slice(rest.position(), part));
            rest.position(rest.position() + part);
        } while (rest.hasRemaining());
        if (READ_UP_TO_A_NUL.contains(code)) {
            packet.put((byte) OptionCode.PAD);
        }
    }
}
