package org.perceus.provisioning.internal.script;

import java.util.Optional;
import org.perceus.node.MacAddress;

/**
 * What a script has to know of the machine that it runs on. Immutable.
 *
 * @param memoryKib RAM, 0 when not known
 * @param card the card that it was booted by; that with its node's MAC when it did not say
 */
public record SeenMachine(long memoryKib, Optional<MacAddress> card) {
    /** Of which nothing is known. */
    static final SeenMachine UNKNOWN = new SeenMachine(0, Optional.empty());
}
