package org.perceus.provisioning.internal.claim;

import org.perceus.node.BootId;

/**
 * What a token proves: that this engine gave it out for one boot of one node.
 *
 * @param bearer who was given it
 * @param boot the boot it was given for
 */
public record Claim(Bearer bearer, BootId boot) {
    /** Who may show a token. */
    public enum Bearer {
        /** iPXE and Perceus OS, until the boot has ended or the node's next has reached Perceus OS. */
        STAGE_ONE,
        /** The agent in the second OS, until the node's next boot has reached Perceus OS. */
        AGENT
    }
}
