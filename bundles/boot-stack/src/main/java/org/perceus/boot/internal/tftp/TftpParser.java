package org.perceus.boot.internal.tftp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads TFTP packets that anybody may have sent. */
final class TftpParser {
    static final int READ = 1;
    static final int WRITE = 2;
    static final int ACK = 4;
    static final int ERROR = 5;

    /** RFC 2347 wants requests of at most 512 octets; clients with long names and all options stay below this. */
    private static final int LONGEST_REQUEST = 1024;

    private static final int LONGEST_NAME = 255;

    private TftpParser() {}

    /** Reads the packet between the buffer's position and limit; the buffer stays as it is. Never throws. */
    static TftpPacket parse(ByteBuffer datagram) {
        ByteBuffer packet = datagram.slice();
        if (packet.remaining() < 4) {
            return new TftpPacket.Malformed("shorter than any packet");
        }
        int opcode = packet.getShort() & 0xffff;
        return switch (opcode) {
            case READ -> readRequest(packet);
            case WRITE -> new TftpPacket.WriteRequest();
            case ACK -> new TftpPacket.Ack(packet.getShort() & 0xffff);
            case ERROR ->
                new TftpPacket.Error(packet.getShort() & 0xffff, text(packet).orElse(""));
            default -> new TftpPacket.Unexpected(opcode);
        };
    }

    private static TftpPacket readRequest(ByteBuffer packet) {
        if (packet.remaining() > LONGEST_REQUEST) {
            return new TftpPacket.Malformed("request too long");
        }
        Optional<String> name = text(packet);
        Optional<String> mode = text(packet);
        if (name.isEmpty() || mode.isEmpty()) {
            return new TftpPacket.Malformed("name or mode without end");
        }
        if (name.get().isEmpty() || name.get().length() > LONGEST_NAME) {
            return new TftpPacket.Malformed("name of " + name.get().length() + " characters");
        }
        Map<String, String> options = new LinkedHashMap<>();
        while (packet.hasRemaining()) {
            Optional<String> option = text(packet);
            Optional<String> value = text(packet);
            if (value.isEmpty()) {
                // Some ROMs fill the request with what was in their memory: what was readable counts.
                break;
            }
            options.putIfAbsent(lowerCase(option.get()), value.get());
        }
        return new TftpPacket.ReadRequest(name.get(), lowerCase(mode.get()), options);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The text up to the next NUL; empty when there is no NUL. */
    private static Optional<String> text(ByteBuffer packet) {
        int start = packet.position();
        for (int end = start; end < packet.limit(); end++) {
            if (packet.get(end) == 0) {
                byte[] octets = new byte[end - start];
                packet.get(octets).get();
                return Optional.of(new String(octets, StandardCharsets.ISO_8859_1));
            }
        }
        packet.position(packet.limit());
        return Optional.empty();
    }
}
