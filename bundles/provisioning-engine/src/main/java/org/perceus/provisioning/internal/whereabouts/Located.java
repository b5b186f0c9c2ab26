package org.perceus.provisioning.internal.whereabouts;

import org.perceus.node.MacAddress;

/** What is known of where a machine is. */
public sealed interface Located {
    /**
     * It is at the address that it asks from, and known to be there.
     *
     * @param mac by which it is known: of its node where it is one of several cards
     * @param isServed whether it has that address from this server's DHCP
     */
    record Here(MacAddress mac, boolean isServed) implements Located {}

    /**
     * Nothing says so.
     *
     * @param sentence why, for its console
     */
    record Nowhere(String sentence) implements Located {}
}
