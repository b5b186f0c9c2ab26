package org.perceus.simulator.dhcp;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a server answered (RFC 2131 section 2). Immutable.
 *
 * @param mac whose it is: two of many thousand machines may well have chosen the same transaction
 * @param transaction of the client's exchange
 * @param type 2 for an offer, 5 for its confirmation, 6 for a refusal
 * @param address what the client may use
 * @param server who answered
 * @param file what the client shall load next, by option 67 or by the field of the header; may be empty
 * @param message why the server refuses; may be empty
 */
public record DhcpReply(
        Mac mac, int transaction, int type, Inet4Address address, Inet4Address server, String file, String message) {
    static final int OFFER = 2;
    static final int ACK = 5;
    static final int NAK = 6;
    private static final int HEADER = 240;
    private static final int MAGIC = 0x63825363;
    private static final int MAC = 28;
    private static final int FILE = 108;
    private static final int FILE_ROOM = 128;

    /** Reads a datagram; empty when it is no reply of a DHCP server. */
    static Optional<DhcpReply> read(ByteBuffer packet) {
        if (packet.remaining() < HEADER || packet.get(0) != 2 || packet.getInt(HEADER - 4) != MAGIC) {
            return Optional.empty();
        }
        int type = 0;
        Inet4Address server = address(packet, 20);
        String file = text(packet, FILE, FILE_ROOM);
        String message = "";
        int at = HEADER;
        while (at + 1 < packet.limit() && (packet.get(at) & 0xff) != 255) {
            if (packet.get(at) == 0) {
                at++;
                continue;
            }
            int length = packet.get(at + 1) & 0xff;
            if (at + 2 + length > packet.limit()) {
                return Optional.empty();
            }
            switch (packet.get(at) & 0xff) {
                case 53 -> type = length == 1 ? packet.get(at + 2) : 0;
                case 54 -> server = length == 4 ? address(packet, at + 2) : server;
                case 56 -> message = text(packet, at + 2, length);
                case 67 -> file = text(packet, at + 2, length);
                default -> {}
            }
            at += 2 + length;
        }
        return Optional.of(new DhcpReply(
                new Mac(packet.getLong(MAC) >>> 16),
                packet.getInt(4),
                type,
                address(packet, 16),
                server,
                file,
                message));
    }

    private static Inet4Address address(ByteBuffer packet, int at) {
        byte[] octets = new byte[4];
        packet.get(at, octets);
        try {
            return (Inet4Address) InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ByteBuffer packet, int at, int room) {
        int length = 0;
        while (length < room && packet.get(at + length) != 0) {
            length++;
        }
        byte[] octets = new byte[length];
        packet.get(at, octets);
        return new String(octets, StandardCharsets.UTF_8);
    }
}
