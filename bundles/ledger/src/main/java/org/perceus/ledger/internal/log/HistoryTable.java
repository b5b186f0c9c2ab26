package org.perceus.ledger.internal.log;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.perceus.ledger.Change;
import org.perceus.ledger.ChangeSummary;
import org.perceus.ledger.Difference;
import org.perceus.ledger.DroppedChanges;
import org.perceus.ledger.Ledger.Query;
import org.perceus.ledger.store.Session;

/** What was changed in the past, for one question, which is of one moment. */
record HistoryTable(Session session) {
    /** Changes, newest first. */
    List<ChangeSummary> list(Query query) throws SQLException {
        List<ChangeSummary> summaries = new ArrayList<>();
        for (long id : ids(query)) {
            summaries.add(summary(id, query));
        }
        return summaries;
    }

    Optional<Change> change(long id) throws SQLException {
        return new ChangeTable()
                .after(session, id - 1, 1).stream()
                        .filter(change -> change.id() == id)
                        .findFirst();
    }

    /** Those that are kept no more. */
    Optional<DroppedChanges> dropped() throws SQLException {
        return session
                .query(
                        "SELECT oldest - 1, dropped_until, dropped_by FROM horizon WHERE dropped_by IS NOT NULL",
                        row -> new DroppedChanges(
                                row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)))
                .stream()
                .findFirst();
    }

    private Collection<Long> ids(Query query) throws SQLException {
        if (query.keys().isEmpty()) {
            return session.query(
                    "SELECT id FROM change WHERE id < ? AND id >= " + ChangeTable.OLDEST + " ORDER BY id DESC LIMIT ?",
                    row -> row.getLong(1),
                    query.before(),
                    query.limit());
        }
        TreeSet<Long> found = new TreeSet<>(Comparator.reverseOrder());
        for (String key : query.keys()) {
            found.addAll(idsOf(key, query));
            while (found.size() > query.limit()) {
                found.pollLast();
            }
        }
        return found;
    }

    private List<Long> idsOf(String key, Query query) throws SQLException {
        return session.query(
                "SELECT change_id FROM difference WHERE topic = ? AND thing = ? AND change_id < ? AND change_id >= "
                        + ChangeTable.OLDEST + " ORDER BY change_id DESC LIMIT ?",
                row -> row.getLong(1),
                query.topic(),
                key,
                query.before(),
                query.limit());
    }

    /** A change with what it made of some things: of these, where it changed them, else of the first ones. */
    private ChangeSummary summary(long id, Query query) throws SQLException {
        Change change = session.query(ChangeTable.CHANGES + "WHERE id = ?", ChangeTable::bare, id)
                .get(0);
        int things = session.query("SELECT COUNT(*) FROM difference WHERE change_id = ?", row -> row.getInt(1), id)
                .get(0);
        List<Difference> sample = new ArrayList<>();
        for (String key : query.keys()) {
            if (sample.size() < query.sample()) {
                sample.addAll(session.query(
                        ChangeTable.DIFFERENCES + "WHERE change_id = ? AND topic = ? AND thing = ?",
                        ChangeTable::difference,
                        id,
                        query.topic(),
                        key));
            }
        }
        if (query.keys().isEmpty()) {
            sample.addAll(session.query(
                    ChangeTable.DIFFERENCES + "WHERE change_id = ? ORDER BY item LIMIT ?",
                    ChangeTable::difference,
                    id,
                    query.sample()));
        }
        return new ChangeSummary(id, change.at(), change.author(), things, sample);
    }
}
