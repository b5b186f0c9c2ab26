package org.perceus.ledger.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** A PostgreSQL database that several containers may share. */
public final class PostgresDatabase implements Database {
    /** How the address of one begins. */
    public static final String SCHEME = "jdbc:postgresql:";

    private static final String CHANNEL = "perceus_ledger";
    private static final Migrations MIGRATIONS =
            new Migrations("postgresql", List.of("V1__ledger.sql", "V2__operations.sql", "V3__horizon.sql"));

    private final String url;
    private final Properties properties = new Properties();

    /**
     * @param url such as {@code jdbc:postgresql://db.site:5432/perceus}
     * @param user empty for the account of this process
     * @param password empty for none
     */
    public PostgresDatabase(String url, String user, String password) {
        this.url = url;
        put("user", user);
        put("password", password);
        put("ApplicationName", "perceus");
        // a server that is away must not hold the writer for longer
        put("connectTimeout", "5");
        put("loginTimeout", "5");
        put("socketTimeout", "30");
        put("tcpKeepAlive", "true");
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = connect();
        try {
            JdbcSession session = new JdbcSession(connection);
            // two containers that start together would make the same tables
            session.query("SELECT pg_advisory_xact_lock(hashtext('" + CHANNEL + "'))", row -> row);
            MIGRATIONS.apply(session);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection openReader() throws SQLException {
        Connection connection = connect();
        connection.setReadOnly(true);
        // all that one reading asks for is of one moment, as with SQLite
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    @Override
    public Optional<String> announcement() {
        return Optional.of("SELECT pg_notify('" + CHANNEL + "', '')");
    }

    @Override
    public AutoCloseable watch(Runnable listener) {
        return new NotificationThread(this::connect, CHANNEL, listener)::close;
    }

    @Override
    public void close() {
        // each connection is closed by whoever opened it
    }

    private Connection connect() throws SQLException {
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("'" + url + "' is not an address of a database: write " + SCHEME
                    + "//HOST:PORT/NAME, the port may be left out");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private void put(String key, String value) {
        if (!value.isEmpty()) {
            properties.setProperty(key, value);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
