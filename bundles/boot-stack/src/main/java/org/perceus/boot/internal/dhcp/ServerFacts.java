package org.perceus.boot.internal.dhcp;

import java.net.URI;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.DhcpRole;

/**
 * What the server's answers say of itself.
 *
 * @param address its address, which is also its server identifier
 * @param http base of its URLs
 * @param role what it is to those who ask
 * @param port where it and the relays listen, 67 but in tests
 */
public record ServerFacts(Ipv4Address address, URI http, DhcpRole role, int port) {
    /** Where clients listen: the port above the server's (RFC 2131 section 4.1). */
    int clientPort() {
        return port + 1;
    }
}
