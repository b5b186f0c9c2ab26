package org.perceus.boot;

import java.util.Optional;
import org.perceus.address.Ipv4Address;

/**
 * A network whose hosts have names. Immutable.
 *
 * @param base its lowest address
 * @param prefixLength length of its prefix, 1 to 32
 * @param domain the DNS domain of its hosts, in lower case and without a dot at the end
 */
public record NamedNetwork(Ipv4Address base, int prefixLength, Optional<String> domain) {}
