package org.perceus.node;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened in a boot. Immutable.
 *
 * @param at when
 * @param state the state that the node is in from then on
 * @param step what began, in a few words; events of one step follow each other
 * @param detail more about it: progress, a reason, an address
 */
public record BootEvent(Instant at, NodeState state, String step, Optional<String> detail) {}
