package org.perceus.simulator.dhcp;

import java.io.IOException;
import java.net.InetSocketAddress;

/** This host cannot send DHCP at all, so there is nothing to simulate. */
public final class DhcpUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DhcpUnreachableException(InetSocketAddress server, IOException cause) {
        super(
                "no DHCP can be sent to " + server.getAddress().getHostAddress() + " (" + cause.getMessage()
                        + "): this host needs a route to it",
                cause);
    }
}
