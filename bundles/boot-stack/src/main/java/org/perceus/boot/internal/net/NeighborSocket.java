package org.perceus.boot.internal.net;

import java.io.IOException;
import java.util.Optional;

/** Hears the router solicitations that come in on one device, and answers them there. For one thread. */
public interface NeighborSocket extends AutoCloseable {
    /**
     * A message as it came.
     *
     * @param source the 16 octets of its sender's address
     * @param message the ICMPv6 message, its checksum verified by the kernel
     */
    record Received(byte[] source, byte[] message) {}

    /** Waits a moment for a message; empty when none came. */
    Optional<Received> receive() throws IOException;

    /**
     * Sends a message to a neighbour.
     *
     * @param target the 16 octets of its address
     * @param message an ICMPv6 message, the checksum of which the kernel fills in
     */
    void send(byte[] target, byte[] message) throws IOException;

    @Override
    void close();
}
