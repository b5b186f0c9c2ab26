package org.perceus.ledger.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A database with the newest schema: the one place where databases differ. Thread-safe. */
public interface Database extends AutoCloseable {
    /** Opens it for the one writer of this container, with automatic commits turned off. */
    Connection open() throws SQLException;

    /** Opens it for reading what is committed, beside the writer; only after {@link #open}. */
    Connection openReader() throws SQLException;

    /** A statement that tells other containers, at the next commit, that something changed; empty when there are none. */
    default Optional<String> announcement() {
        return Optional.empty();
    }

    /** Runs the listener when another container may have changed something, until the result is closed. */
    default AutoCloseable watch(Runnable listener) {
        return () -> {};
    }

    /** Lets go of what guards it. */
    @Override
    void close();
}
