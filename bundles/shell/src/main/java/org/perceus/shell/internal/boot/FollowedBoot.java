package org.perceus.shell.internal.boot;

import org.perceus.node.Boot;

/**
 * How a boot ended that was followed. Immutable.
 *
 * @param boot the boot as it was seen last
 */
public record FollowedBoot(Boot boot) {
    /** Whether its machine began another one, and nothing more is known. */
    public boolean superseded() {
        return !boot.last().isVerdict();
    }

    /** Whether it led to a node that is ready. */
    public boolean ready() {
        return boot.wasReady();
    }
}
