package org.perceus.ledger.internal.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.perceus.ledger.store.Session;

/**
 * From which change on they are kept, in the database: nobody reads older ones, and their rows go by and by. For one
 * transaction.
 */
record Horizon(Session session) {
    private record Made(long id, long at) {}

    /** Lets nobody else move it until a time; false when somebody else moves it. */
    boolean take(String sweeper, Instant now, Instant until) throws SQLException {
        return session.update(
                        "UPDATE horizon SET sweeper = ?, swept_until = ? WHERE sweeper = ? OR swept_until < ?",
                        sweeper,
                        until.toEpochMilli(),
                        sweeper,
                        now.toEpochMilli())
                > 0;
    }

    /** Lets others move it. */
    void release() throws SQLException {
        session.update("UPDATE horizon SET swept_until = 0");
    }

    /** Deletes at most so many rows of what is older; whether none is left. */
    boolean clear(int rows) throws SQLException {
        long oldest = oldest();
        List<long[]> last = session.query(
                "SELECT change_id, item FROM difference WHERE change_id < ? ORDER BY change_id, item LIMIT 1 OFFSET ?",
                row -> new long[] {row.getLong(1), row.getLong(2)},
                oldest,
                rows - 1);
        if (!last.isEmpty()) {
            session.update("DELETE FROM difference WHERE (change_id, item) <= (?, ?)", last.get(0)[0], last.get(0)[1]);
            return false;
        }
        session.update("DELETE FROM difference WHERE change_id < ?", oldest);
        session.update("DELETE FROM change WHERE id < ?", oldest);
        return true;
    }

    /** The id of the newest change. */
    long newest() throws SQLException {
        return session.query("SELECT newest FROM head", row -> row.getLong(1)).get(0);
    }

    /**
     * Moves it behind the oldest changes that are too old or too many, at most so many; how many these are. Their rows are to
     * be deleted by a later transaction: this one must be durable first.
     *
     * @param before those made earlier are too old
     * @param beyond those with ids up to this one are too many
     */
    int move(long before, long beyond, int most) throws SQLException {
        List<Made> oldest = session.query(
                "SELECT id, changed_at FROM change WHERE id >= ? ORDER BY id LIMIT ?",
                row -> new Made(row.getLong(1), row.getLong(2)),
                oldest(),
                most);
        int gone = 0;
        while (gone < oldest.size()
                && (oldest.get(gone).at() < before || oldest.get(gone).id() <= beyond)) {
            gone++;
        }
        if (gone > 0) {
            Made last = oldest.get(gone - 1);
            session.update(
                    "UPDATE horizon SET oldest = ?, dropped_until = ?, dropped_by = ?",
                    last.id() + 1,
                    last.at(),
                    last.at() < before ? HistoryLimits.DAYS : HistoryLimits.CHANGES);
        }
        return gone;
    }

    private long oldest() throws SQLException {
        return session.query("SELECT oldest FROM horizon", row -> row.getLong(1))
                .get(0);
    }
}
