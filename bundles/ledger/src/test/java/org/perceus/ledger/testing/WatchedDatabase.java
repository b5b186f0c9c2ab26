package org.perceus.ledger.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.perceus.ledger.internal.store.Database;
import org.perceus.ledger.internal.store.SqliteDatabase;

/** An SQLite file whose connections a test sees, or puts others in the place of. */
public final class WatchedDatabase implements Database {
    private final SqliteDatabase database;
    private final UnaryOperator<Connection> watcher;

    /** @param watcher gets each connection that is opened for writing, and gives the one that is used */
    public WatchedDatabase(Path file, UnaryOperator<Connection> watcher) {
        this.database = new SqliteDatabase(file);
        this.watcher = watcher;
    }

    @Override
    public Connection open() throws SQLException {
        return watcher.apply(database.open());
    }

    @Override
    public Connection openReader() throws SQLException {
        return database.openReader();
    }

    @Override
    public void close() {
        database.close();
    }
}
