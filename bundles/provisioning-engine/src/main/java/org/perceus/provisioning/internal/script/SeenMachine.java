package org.perceus.provisioning.internal.script;

import java.util.Optional;
import org.perceus.address.VlanId;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;

/**
 * What a script has to know of the machine that it runs on. Immutable.
 *
 * @param memoryKib RAM, 0 when not known
 * @param card the card that it says it was booted by
 * @param vlan the VLAN that it says it was booted by
 */
public record SeenMachine(long memoryKib, Optional<MacAddress> card, Optional<VlanId> vlan) {
    /** Of which nothing is known. */
    static final SeenMachine UNKNOWN = new SeenMachine(0, Optional.empty(), Optional.empty());

    /** Which card of a node booted: none but its own are believed. */
    MacAddress cardOf(Node node) {
        return card.filter(node::has).orElse(node.mac());
    }
}
