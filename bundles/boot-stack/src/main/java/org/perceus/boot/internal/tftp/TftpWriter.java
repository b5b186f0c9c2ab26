package org.perceus.boot.internal.tftp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes what a TFTP server sends (RFC 1350 section 5, RFC 2347). */
final class TftpWriter {
    static final int DATA_HEADER = 4;
    private static final int DATA = 3;
    private static final int ERROR = 5;
    private static final int OPTIONS_ACK = 6;

    private TftpWriter() {}

    /** The header of a DATA packet; the content follows it. */
    static void dataHeader(ByteBuffer buffer, int block) {
        buffer.putShort((short) DATA).putShort((short) block);
    }

    static ByteBuffer error(int code, String message) {
        byte[] text = octets(message);
        return ByteBuffer.allocate(5 + text.length)
                .putShort((short) ERROR)
                .putShort((short) code)
                .put(text)
                .put((byte) 0)
                .flip();
    }

    static ByteBuffer optionsAck(Map<String, String> options) {
        int size = 2;
        for (Map.Entry<String, String> option : options.entrySet()) {
            size += option.getKey().length() + option.getValue().length() + 2;
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).putShort((short) OPTIONS_ACK);
        options.forEach((name, value) ->
                buffer.put(octets(name)).put((byte) 0).put(octets(value)).put((byte) 0));
        return buffer.flip();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
