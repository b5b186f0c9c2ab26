package org.perceus.ledger.store;

import java.sql.SQLException;

/**
 * A change of the database and of what is kept of it in memory. Its methods run on the store's thread, one work at a
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

    /** Whether it defers all that it writes until nothing of it can fail, so that it needs no savepoint. */
    default boolean isDeferred() {
        return false;
    }

    /**
     * Whether it wants a transaction of its own: one that changes rows which other servers change too must not do so beside
     * changes of others, as two such transactions could wait for each other; nor should what writes much.
     */
    default boolean isAlone() {
        return false;
    }

    /** A work that wants a transaction of its own. */
    static <T> Work<T> alone(Work<T> work) {
        return new Work<>() {
            @Override
            public T write(Session session) throws SQLException {
                return work.write(session);
            }

            @Override
            public void undo() {
                work.undo();
            }

            @Override
            public boolean isAlone() {
                return true;
            }
        };
    }
}
