package org.perceus.boot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;

/**
 * An address for a time, and what belongs to it. Immutable.
 *
 * @param address the client's address
 * @param prefixLength length of its subnet's prefix, 1 to 32
 * @param router its default gateway
 * @param nameServers its name servers, in order
 * @param hostName its host name
 * @param domain its DNS domain
 * @param duration for how long, at least one second
 * @param options what the site gives it beside that, each in the place of what the server would say
 * @param reserved whether it is kept for the client also when that does not take it, so that it may be given in the first
 *     reply (RFC 4039)
 */
public record AddressLease(
        Ipv4Address address,
        int prefixLength,
        Optional<Ipv4Address> router,
        List<Ipv4Address> nameServers,
        Optional<String> hostName,
        Optional<String> domain,
        Duration duration,
        List<DhcpOption> options,
        boolean reserved) {}
