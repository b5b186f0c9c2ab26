package org.perceus.provisioning.spi.network;

import java.util.Optional;

/**
 * A way out of an interface.
 *
 * @param destination a network such as {@code 10.30.0.0/16}; {@value #EVERYTHING} for what no other route has
 * @param gateway IPv4 in dotted decimal; empty where the destination is on the wire of the interface, or where the gateway is
 *     the one that a lease names
 */
public record Route(String destination, Optional<String> gateway) {
    /** The destination of a default route. */
    public static final String EVERYTHING = "0.0.0.0/0";

    /** Whether it is for what no other route has. */
    public boolean isDefault() {
        return destination.equals(EVERYTHING);
    }
}
