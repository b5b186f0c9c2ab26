package org.perceus.shell.internal.boot;

import org.perceus.node.Boot;

/**
 * How a boot ended that was followed. Immutable.
 *
 * @param boot the boot as it was seen last
 * @param superseded whether its machine began another one
 */
public record FollowedBoot(Boot boot, boolean superseded) {
    /** Whether it led to a node that is ready. */
    public boolean ready() {
        return !superseded && boot.wasReady();
    }
}
