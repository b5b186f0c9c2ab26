package org.perceus.boot.internal.dhcp;

import java.util.Optional;

/** What became of the bytes of a datagram. */
sealed interface Decoded {
    /**
     * They are a DHCP message.
     *
     * @param damage what of its options is broken, and was passed over
     */
    record Message(DhcpMessage message, Optional<String> damage) implements Decoded {}

    /** They are none, and why. */
    record Malformed(String reason) implements Decoded {}
}
