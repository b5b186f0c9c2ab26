package org.perceus.boot;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.perceus.address.Ipv4Address;

/** The hosts of the site at one moment, for the DNS server. Immutable; look-ups are by hash and in memory. */
@ConsumerType
public interface SiteNames {
    /** The networks that names are served to: their addresses, their domains and no others are this server's. */
    List<NamedNetwork> networks();

    /**
     * The addresses of a host.
     *
     * @param label its name without domain, in lower case, as it came from the network: hostile
     * @param domain one of the networks' domains, in which it has to be; empty when any will do
     * @return empty when there is no such host
     */
    List<Ipv4Address> addresses(String label, Optional<String> domain);

    /** The name of the host that has an address, with its domain if it has one and without a dot at the end. */
    Optional<String> name(Ipv4Address address);
}
