package org.perceus.boot.internal.dhcp;

/** What became of the bytes of a datagram. */
sealed interface Decoded {
    /** They are a DHCP message. */
    record Message(DhcpMessage message) implements Decoded {}

    /** They are none, and why. */
    record Malformed(String reason) implements Decoded {}
}
