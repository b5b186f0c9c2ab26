package org.perceus.boot.internal.tftp;

import java.util.Map;

/** What a TFTP client can send (RFC 1350 section 5, RFC 2347). */
sealed interface TftpPacket {
    /**
     * It wants to read a file.
     *
     * @param name the file's name
     * @param mode transfer mode in lower case
     * @param options in their order, the names in lower case
     */
    record ReadRequest(String name, String mode, Map<String, String> options) implements TftpPacket {}

    /** It wants to write a file. */
    record WriteRequest() implements TftpPacket {}

    /**
     * It has every block up to one.
     *
     * @param block 0 to 65535
     */
    record Ack(int block) implements TftpPacket {}

    /** It gives up. */
    record Error(int code, String message) implements TftpPacket {}

    /** It sends what only servers send, or nothing that is known. */
    record Unexpected(int opcode) implements TftpPacket {}

    /** It is no TFTP, and why. */
    record Malformed(String reason) implements TftpPacket {}
}
