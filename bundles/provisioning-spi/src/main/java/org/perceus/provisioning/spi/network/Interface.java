package org.perceus.provisioning.spi.network;

import java.util.List;
import java.util.OptionalInt;

/**
 * A network interface that a node shall have.
 *
 * @param name at most 15 letters, digits, dots, hyphens and underscores, a letter first; {@value #BOOT} for the boot card, whose
 *     name is its system's
 * @param kind what it is made of
 * @param mtu the largest packet in bytes, 68 to 65535, if that was said
 * @param addressing how it comes to its addresses, beside the node's own one
 * @param routes in the order in which they were said
 */
public record Interface(String name, InterfaceKind kind, OptionalInt mtu, Addressing addressing, List<Route> routes) {
    /** What the card is called that the node is booted by. */
    public static final String BOOT = "boot";

    /** Copies the list. */
    public Interface {
        routes = List.copyOf(routes);
    }

    /** The addresses that it has without asking. */
    public List<InterfaceAddress> addresses() {
        return addressing instanceof Addressing.Static fixed ? fixed.addresses() : List.of();
    }
}
