package org.perceus.administration.operation;

import org.perceus.vnfs.Progress;

/** Hears how far a long deed is. */
@FunctionalInterface
public interface DeedProgress extends Progress {
    /**
     * It is an operation from now on, until the deed returns; a dry run is none.
     *
     * @param operation its number
     */
    default void began(long operation) {}
}
