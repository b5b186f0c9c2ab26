package org.perceus.provisioning.spi.network;

import java.util.List;

/** How an interface comes to its addresses. */
public sealed interface Addressing {
    /** It has none of its own. */
    record None() implements Addressing {}

    /** It asks a DHCP server (RFC 2131). */
    record Dhcp() implements Addressing {}

    /**
     * It has those that are said.
     *
     * @param addresses at least one
     */
    record Static(List<InterfaceAddress> addresses) implements Addressing {
        /** Copies the list. */
        public Static {
            addresses = List.copyOf(addresses);
        }
    }
}
