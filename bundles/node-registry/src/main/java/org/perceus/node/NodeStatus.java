package org.perceus.node;

import java.time.Instant;
import java.util.Optional;

/**
 * How a node is at one moment. Immutable.
 *
 * @param state its state
 * @param since when it entered the state; empty when it never booted
 * @param reason why it waits or failed, or what it is doing
 * @param lastContact when it was last heard of
 */
public record NodeStatus(
        NodeState state, Optional<Instant> since, Optional<String> reason, Optional<Instant> lastContact) {
    /** The same for another reason. */
    public NodeStatus because(String why) {
        return new NodeStatus(state, since, Optional.of(why), lastContact);
    }

    /** The same for one reason more, which comes before the other. */
    public NodeStatus alsoBecause(String why) {
        return because(reason.map(other -> why + "; " + other).orElse(why));
    }
}
