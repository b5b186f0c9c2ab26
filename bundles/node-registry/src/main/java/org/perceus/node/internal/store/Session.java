package org.perceus.node.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements of one connection, each prepared once. Belongs to one thread. */
public final class Session {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        /** @param row stands on the row */
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement with values for its question marks, which may be null. */
    public int update(String sql, Object... values) throws SQLException {
        return statement(sql, values).executeUpdate();
    }

    /** All rows of a query with values for its question marks. */
    public <T> List<T> query(String sql, Row<T> row, Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = statement(sql, values).executeQuery()) {
            while (result.next()) {
                rows.add(row.read(result));
            }
        }
        return rows;
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
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement statement(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
