package org.perceus.ledger.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** An SQLite file. A second container that opens the same file is turned away, since each keeps a copy in memory. */
public final class SqliteDatabase implements Database {
    private static final int BUSY_MILLIS = 2_000;
    private static final Migrations MIGRATIONS = new Migrations(
            "sqlite",
            List.of("V1__registry.sql", "V2__ledger.sql", "V3__boots.sql", "V4__operations.sql", "V5__horizon.sql"));

    private final Path file;
    private final LockFile lock;

    /** @param file made with its folder when it is missing */
    public SqliteDatabase(Path file) {
        this.file = file.toAbsolutePath();
        this.lock = new LockFile(this.file.resolveSibling(file.getFileName() + ".lock"));
    }

    @Override
    public Connection open() throws SQLException {
        lock.take();
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            connection.setAutoCommit(false);
            MIGRATIONS.apply(new JdbcSession(connection));
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection openReader() throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void close() {
        lock.release();
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
