package org.perceus.node;

import java.util.Locale;

/** Where a node stands in its life. */
public enum NodeState {
    /** Seen or added, but has not begun to boot. */
    DISCOVERED,
    /** Runs Perceus OS and was told to wait, with a reason. */
    WAITING,
    /** On its way to Perceus OS. */
    BOOTING,
    /** Runs its node script. */
    PROVISIONING,
    /** Entering and starting the second OS. */
    STARTING,
    /** The second OS is up and checks in. */
    READY,
    /** Its second OS was halted or restarted in order, and said so. */
    OFF,
    /** Was heard of, but not for longer than it should. */
    SILENT,
    /** Its last boot failed, with a reason. */
    FAILED;

    /** Lower case, as administrators see it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
