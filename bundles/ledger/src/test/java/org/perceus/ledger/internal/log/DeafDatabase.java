package org.perceus.ledger.internal.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.perceus.ledger.internal.store.Database;

/** A database of which nobody is told that others changed it. */
record DeafDatabase(Database database) implements Database {
    @Override
    public Connection open() throws SQLException {
        return database.open();
    }

    @Override
    public Connection openReader() throws SQLException {
        return database.openReader();
    }

    @Override
    public Optional<String> announcement() {
        return database.announcement();
    }

    @Override
    public void close() {
        database.close();
    }
}
