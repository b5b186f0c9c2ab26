package org.perceus.boot;

import java.net.URI;
import java.util.Optional;
import org.perceus.address.Ipv4Address;

/**
 * A machine that asks for an address by DHCP, and where its request came in. Immutable.
 *
 * @param mac its hardware address
 * @param firmware what it can boot
 * @param link an address of its subnet: the relay's (RFC 2131 giaddr, or the link selection of RFC 3527), else this
 *     server's own on the interface of the request
 * @param requested the address that it asks for or already has, if it said one
 * @param transaction by which its packets of one exchange are known (RFC 2131 xid): a packet with one that was seen a moment ago
 *     is part of the same exchange, or a repeat of what was seen
 * @param purpose what it asks for
 * @param role what this server may tell it
 * @param server base of the URLs by which the client reaches this server's HTTP side, such as
 *     {@code http://10.10.0.1:9870}
 */
public record BootClient(
        HardwareAddress mac,
        Firmware firmware,
        Ipv4Address link,
        Optional<Ipv4Address> requested,
        int transaction,
        Purpose purpose,
        DhcpRole role,
        URI server) {
    /** What a client of DHCP asks for. */
    public enum Purpose {
        /** It looks for servers, and does not take or keep an address yet (DHCPDISCOVER). */
        FIND,
        /** It takes or keeps an address (DHCPREQUEST, BOOTP). */
        TAKE,
        /** It has an address, whoever gave it, and wants to know the rest (DHCPINFORM); it is given none. */
        INFORM
    }
}
