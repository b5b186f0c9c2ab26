package org.perceus.boot.internal.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;

/** Opens the socket of a transfer: a port of its own, on the same device as the server's (RFC 1350 section 4). */
@FunctionalInterface
interface TransferSockets {
    /** A non-blocking socket that is connected to the peer. */
    DatagramChannel open(InetSocketAddress peer) throws IOException;
}
