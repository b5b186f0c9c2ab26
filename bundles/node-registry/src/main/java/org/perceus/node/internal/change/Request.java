package org.perceus.node.internal.change;

import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;

/** A request to change the registry. */
@FunctionalInterface
public interface Request {
    /**
     * Decides on what the registry holds. What a rejected change did to the transaction is dropped by the caller.
     */
    ChangeResult decide(RegistryTransaction transaction);

    static Rejected missing(MacAddress mac) {
        return new Rejected("No node has the MAC address " + mac);
    }
}
