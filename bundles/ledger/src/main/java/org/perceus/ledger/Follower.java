package org.perceus.ledger;

/** One who follows the changes. Called on a thread of the ledger, so it must not block. */
@FunctionalInterface
public interface Follower {
    /** A change that was made. */
    void changed(Change change);

    /**
     * Changes that it does not know were dropped. Called in their place, and in that of all later ones that were made by now.
     *
     * @param all of all things how they are now, as if they were new; what it knows beside these is gone
     */
    default void restarted(Change all) {
        changed(all);
    }
}
