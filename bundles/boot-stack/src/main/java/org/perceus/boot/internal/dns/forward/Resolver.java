package org.perceus.boot.internal.dns.forward;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.perceus.address.IpAddress;

/**
 * A name server that answers for all the world's names.
 *
 * @param address its address
 * @param port 53 but in tests
 */
public record Resolver(InetAddress address, int port) {
    /** Where to send. */
    public InetSocketAddress socket() {
        return new InetSocketAddress(address, port);
    }

    /** Whether it is what answers at an address and port. */
    public boolean isAt(IpAddress other, int at) {
        return IpAddress.of(address).equals(other) && port == at;
    }

    @Override
    public String toString() {
        return address.getHostAddress();
    }
}
