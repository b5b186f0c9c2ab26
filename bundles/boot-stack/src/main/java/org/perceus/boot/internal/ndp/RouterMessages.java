package org.perceus.boot.internal.ndp;

import java.nio.ByteBuffer;

/** The two router messages of Neighbor Discovery (RFC 4861 sections 4.1 and 4.2). Pure. */
final class RouterMessages {
    private static final int SOLICITATION = 133;
    private static final int ADVERTISEMENT = 134;
    private static final int SOLICITATION_LENGTH = 8;
    private static final int ADVERTISEMENT_LENGTH = 16;

    private RouterMessages() {}

    /** Whether a message is a valid solicitation, apart from its addresses (RFC 4861 section 6.1.1). */
    static boolean isSolicitation(byte[] message) {
        return message.length >= SOLICITATION_LENGTH
                && (message[0] & 0xff) == SOLICITATION
                && message[1] == 0
                && hasWholeOptions(message);
    }

    /** Whether an address of 16 octets is link-local, so that no router passed the message on. */
    static boolean isLinkLocal(byte[] address) {
        return (address[0] & 0xff) == 0xfe && (address[1] & 0xc0) == 0x80;
    }

    /**
     * The advertisement of a router that is nobody's default router (its lifetime is 0), names no prefix and no other
     * source of configuration, and leaves everything else unspecified. Its checksum is left to the kernel.
     */
    static byte[] emptyAdvertisement() {
        return ByteBuffer.allocate(ADVERTISEMENT_LENGTH)
                .put((byte) ADVERTISEMENT)
                .array();
    }

    private static boolean hasWholeOptions(byte[] message) {
        int at = SOLICITATION_LENGTH;
        while (at < message.length) {
            int units = at + 1 < message.length ? message[at + 1] & 0xff : 0;
            if (units == 0) {
                return false;
            }
            at += 8 * units;
        }
        return at == message.length;
    }
}
