package org.perceus.node.internal.change;

import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;

/** A request to change the registry. */
@FunctionalInterface
public interface Change {
    /**
     * Decides on the store's thread, against what the registry holds then. What a rejected change did to the draft is
     * undone by the caller.
     */
    ChangeResult decide(Draft draft);

    static Rejected missing(MacAddress mac) {
        return new Rejected("No node has the MAC address " + mac);
    }
}
