package org.perceus.boot.internal.dns.zone;

import org.perceus.address.Ipv4Address;

/**
 * The server itself.
 *
 * @param label its name in each domain of the site
 * @param address its address where it is asked
 * @param forwardPrivate whether others are asked for the names of private addresses that are not of the site
 */
public record NameServer(String label, Ipv4Address address, boolean forwardPrivate) {}
