package org.perceus.node;

import java.net.Inet4Address;
import java.util.Optional;

/**
 * What an administrator says of a node that is to be added; what is left out, the registry gives.
 *
 * @param mac its identity
 * @param name its name; else the next free one of the site's pattern
 * @param address its address; else the next free one of the pool
 * @param group its group; else the site's default
 */
public record NodeSpec(MacAddress mac, Optional<Name> name, Optional<Inet4Address> address, Optional<Name> group) {}
