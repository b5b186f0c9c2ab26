package org.perceus.node.internal.store;

import java.sql.SQLException;

/**
 * A change of the database and of what is kept of it in memory. Both methods run on the store's thread, one work at a
 * time.
 *
 * @param <T> what came of it
 */
@FunctionalInterface
public interface Work<T> {
    /** Writes; when it throws, nothing that it wrote is kept. */
    T write(Session session) throws SQLException;

    /** Nothing that was written is kept: takes back what changed in memory. Called in the reverse order of the writes. */
    default void undo() {}
}
