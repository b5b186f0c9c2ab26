package org.perceus.boot;

import java.util.Optional;

/** What a DHCP client shall get. Immutable. */
public sealed interface BootAnswer {
    /**
     * The client is served.
     *
     * @param lease its address; empty where another server gives it ({@link DhcpRole#PROXY})
     * @param program what it boots
     */
    record Serve(Optional<AddressLease> lease, BootProgram program) implements BootAnswer {}

    /**
     * The client is known, and has no address where it is now: whoever asks to keep or take one is told that it cannot
     * (DHCPNAK, RFC 2131 section 4.3.2), and looks for servers anew; who looks for servers gets no answer.
     *
     * @param reason one sentence for the administrator, and for the client's log
     */
    record Refuse(String reason) implements BootAnswer {}

    /**
     * No answer at all: somebody else may serve this client.
     *
     * @param reason one sentence for the log and the counters
     */
    record Ignore(String reason) implements BootAnswer {}
}
