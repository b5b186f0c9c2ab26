package org.perceus.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The statements of one connection, each prepared once. Belongs to one thread. */
@ProviderType
public interface Session {
    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        /** @param row stands on the row */
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    interface Reader {
        /** @param row stands on the row */
        void take(ResultSet row) throws SQLException;
    }

    /** Runs a statement with values for its question marks, which may be null, and tells how many rows it changed. */
    int update(String sql, Object... values) throws SQLException;

    /**
     * Runs a statement right before the commit, together with the others that differ in their values alone; statements run
     * in the order in which their text was first seen. When one fails, all that the commit was for does.
     */
    void defer(String sql, Object... values) throws SQLException;

    /** Reads the rows of a query one by one, so that they need not fit into memory. */
    void read(String sql, Reader reader, Object... values) throws SQLException;

    /** All rows of a query with values for its question marks. */
    default <T> List<T> query(String sql, Row<T> row, Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        read(sql, result -> rows.add(row.read(result)), values);
        return rows;
    }

    /** Has other containers of a shared database told, at the commit, that there are new changes. */
    void announce();

    /** The number of the transaction that is under way; each has another. */
    long transaction();
}
