package org.perceus.ledger.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.perceus.ledger.store.Session;

/** A session over one connection, without automatic commits. Belongs to one thread. */
public final class JdbcSession implements Session {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Map<String, PreparedStatement> batches = new HashMap<>();
    private final Set<String> deferred = new LinkedHashSet<>();
    private final LongSupplier numbers;
    private long transaction;
    private boolean announced;

    /** One that is the only one of its kind. */
    public JdbcSession(Connection connection) {
        this(connection, new AtomicLong()::incrementAndGet);
    }

    /** @param numbers gives each transaction its own, also those of sessions before and after */
    JdbcSession(Connection connection, LongSupplier numbers) {
        this.connection = connection;
        this.numbers = numbers;
        this.transaction = numbers.getAsLong();
    }

    @Override
    public int update(String sql, Object... values) throws SQLException {
        try {
            return statement(prepared, sql, values).executeUpdate();
        } catch (SQLException e) {
            discard(prepared, sql, e);
            throw e;
        }
    }

    @Override
    public void defer(String sql, Object... values) throws SQLException {
        statement(batches, sql, values).addBatch();
        deferred.add(sql);
    }

    @Override
    public void read(String sql, Reader reader, Object... values) throws SQLException {
        try {
            PreparedStatement statement = statement(prepared, sql, values);
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    reader.take(result);
                }
            }
        } catch (SQLException e) {
            discard(prepared, sql, e);
            throw e;
        }
    }

    /** What failed may never work again: SQLite ends a statement for which it finds no descriptor. */
    private static void discard(Map<String, PreparedStatement> known, String sql, SQLException cause) {
        PreparedStatement broken = known.remove(sql);
        try {
            if (broken != null) {
                broken.close();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void announce() {
        announced = true;
    }

    /** Whether others are to be told of this transaction. */
    boolean isAnnounced() {
        return announced;
    }

    @Override
    public long transaction() {
        return transaction;
    }

    /** Begins what {@link #keep} or {@link #drop} ends. Those of JDBC would be parsed anew for each change. */
    void mark() throws SQLException {
        update("SAVEPOINT work");
    }

    void keep() throws SQLException {
        update("RELEASE SAVEPOINT work");
    }

    void drop() throws SQLException {
        update("ROLLBACK TO SAVEPOINT work");
        keep();
    }

    void commit() throws SQLException {
        for (String sql : deferred) {
            batches.get(sql).executeBatch();
        }
        deferred.clear();
        connection.commit();
        next();
    }

    void rollback() throws SQLException {
        next();
        deferred.clear();
        for (PreparedStatement batch : batches.values()) {
            batch.close();
        }
        batches.clear();
        connection.rollback();
    }

    private void next() {
        transaction = numbers.getAsLong();
        announced = false;
    }

    void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement statement(Map<String, PreparedStatement> known, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = known.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            known.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
