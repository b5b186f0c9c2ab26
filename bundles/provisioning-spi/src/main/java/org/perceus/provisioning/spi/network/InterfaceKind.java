package org.perceus.provisioning.spi.network;

import java.util.List;
import java.util.Optional;

/** What an interface is made of. */
public sealed interface InterfaceKind {
    /** The names of the interfaces below it, in the order in which they were said. */
    default List<String> below() {
        return List.of();
    }

    /** The card that the node is booted by, whatever its system calls it. */
    record Boot() implements InterfaceKind {}

    /**
     * Another network card.
     *
     * @param mac in lower case with colons; empty for the card that the node's system calls so by itself
     */
    record Card(Optional<String> mac) implements InterfaceKind {}

    /**
     * Several cards that act as one.
     *
     * @param mode how they do
     * @param below names of cards, at least one
     */
    record Bond(BondMode mode, List<String> below) implements InterfaceKind {
        /** Copies the list. */
        public Bond {
            below = List.copyOf(below);
        }
    }

    /**
     * A part of what passes another interface (IEEE 802.1Q).
     *
     * @param id 1 to 4094
     * @param parent name of the other interface
     */
    record Vlan(int id, String parent) implements InterfaceKind {
        @Override
        public List<String> below() {
            return List.of(parent);
        }
    }

    /**
     * A switch in the node.
     *
     * @param below names of what is plugged in; may be none
     */
    record Bridge(List<String> below) implements InterfaceKind {
        /** Copies the list. */
        public Bridge {
            below = List.copyOf(below);
        }
    }
}
