package org.perceus.administration.operation;

import org.perceus.vnfs.Progress;

/** Hears how far a long deed is. */
@FunctionalInterface
public interface DeedProgress extends Progress {
    /**
     * It is an operation until the deed returns, which is told with its first progress; a dry run is none.
     *
     * @param operation its number
     */
    default void began(long operation) {}
}
