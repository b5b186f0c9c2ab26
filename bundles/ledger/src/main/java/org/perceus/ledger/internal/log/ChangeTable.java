package org.perceus.ledger.internal.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.perceus.ledger.Author;
import org.perceus.ledger.Change;
import org.perceus.ledger.ChangeSummary;
import org.perceus.ledger.Difference;
import org.perceus.ledger.DroppedChanges;
import org.perceus.ledger.Ledger.Query;
import org.perceus.ledger.store.Session;

/** Changes in the database. */
final class ChangeTable {
    private static final String CHANGES = "SELECT id, changed_at, who, deed, why FROM change ";
    /** Older ones were dropped, whether or not they are in the database still. */
    private static final String OLDEST = "(SELECT oldest FROM horizon)";

    private static final String DIFFERENCES = "SELECT topic, thing, before_text, after_text FROM difference ";

    /** The id of the newest change, which no other container can append to until the transaction ends. */
    long lockNewest(Session session) throws SQLException {
        session.update("UPDATE head SET newest = newest");
        return newest(session);
    }

    long newest(Session session) throws SQLException {
        return session.query("SELECT newest FROM head", row -> row.getLong(1)).get(0);
    }

    /** Appends a change and what it made of things, when the transaction is committed. */
    void append(Session session, Change change) throws SQLException {
        session.defer(
                "INSERT INTO change (id, changed_at, who, deed, why) VALUES (?, ?, ?, ?, ?)",
                change.id(),
                change.at().toEpochMilli(),
                change.author().who(),
                change.author().deed(),
                change.author().why());
        int item = 0;
        for (Difference difference : change.differences()) {
            String after = difference.after().orElse(null);
            session.defer(
                    "INSERT INTO difference (change_id, item, topic, thing, before_text, after_text)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    change.id(),
                    item++,
                    difference.topic(),
                    difference.key(),
                    difference.before().orElse(null),
                    after);
            // a row without content, and not none: a later change of the same transaction may make the thing anew
            session.defer(
                    "INSERT INTO document (topic, thing, content) VALUES (?, ?, ?)"
                            + " ON CONFLICT (topic, thing) DO UPDATE SET content = excluded.content",
                    difference.topic(),
                    difference.key(),
                    after);
        }
        session.defer("UPDATE head SET newest = ?", change.id());
        session.announce();
    }

    /** All things of a topic as they are. */
    void readDocuments(Session session, String topic, Consumer<Difference> reader) throws SQLException {
        session.read(
                "SELECT thing, content FROM document WHERE topic = ? AND content IS NOT NULL ORDER BY thing",
                row -> reader.accept(
                        new Difference(topic, row.getString(1), Optional.empty(), Optional.of(row.getString(2)))),
                topic);
    }

    /** Things that are gone leave rows behind until the next start. */
    void forgetGone(Session session) throws SQLException {
        session.update("DELETE FROM document WHERE content IS NULL");
    }

    /** The oldest change that is kept, or the next one to be made. */
    long oldest(Session session) throws SQLException {
        return session.query("SELECT oldest FROM horizon", row -> row.getLong(1))
                .get(0);
    }

    Optional<DroppedChanges> dropped(Session session) throws SQLException {
        return session
                .query(
                        "SELECT oldest - 1, dropped_until, dropped_by FROM horizon WHERE dropped_by IS NOT NULL",
                        row -> new DroppedChanges(
                                row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)))
                .stream()
                .findFirst();
    }

    /** The same for who knows all up to an id; empty when changes after it were dropped. */
    Optional<List<Change>> next(Session session, long id, int limit) throws SQLException {
        List<Change> changes = after(session, id, limit);
        // asked last: what another server drops meanwhile may have been read in part
        return oldest(session) > id + 1 ? Optional.empty() : Optional.of(changes);
    }

    /** All things as they are, as the newest change. */
    Change all(Session session) throws SQLException {
        List<Difference> things = session.query(
                "SELECT topic, thing, NULL, content FROM document WHERE content IS NOT NULL", ChangeTable::difference);
        Author author = new Author("ledger", "all things as they are, in the place of changes that were dropped");
        return new Change(newest(session), Instant.EPOCH, author, things);
    }

    /** At most so many changes with higher ids that are kept, oldest first. */
    List<Change> after(Session session, long id, int limit) throws SQLException {
        return whole(
                session,
                session.query(
                        CHANGES + "WHERE id > ? AND id >= " + OLDEST + " ORDER BY id LIMIT ?",
                        ChangeTable::bare,
                        id,
                        limit));
    }

    /** The ids of at most so many changes with lower ids, newest first. */
    List<Long> before(Session session, long id, int limit) throws SQLException {
        return session.query(
                "SELECT id FROM change WHERE id < ? AND id >= " + OLDEST + " ORDER BY id DESC LIMIT ?",
                row -> row.getLong(1),
                id,
                limit);
    }

    /** The same, those of one thing alone. */
    List<Long> before(Session session, String topic, String key, long id, int limit) throws SQLException {
        return session.query(
                "SELECT change_id FROM difference WHERE topic = ? AND thing = ? AND change_id < ? AND change_id >= "
                        + OLDEST + " ORDER BY change_id DESC LIMIT ?",
                row -> row.getLong(1),
                topic,
                key,
                id,
                limit);
    }

    /** A change with what it made of some things: of these, where it changed them, else of the first ones. */
    ChangeSummary summary(Session session, long id, Query query) throws SQLException {
        Change change =
                session.query(CHANGES + "WHERE id = ?", ChangeTable::bare, id).get(0);
        int things = session.query("SELECT COUNT(*) FROM difference WHERE change_id = ?", row -> row.getInt(1), id)
                .get(0);
        List<Difference> sample = new ArrayList<>();
        for (String key : query.keys()) {
            if (sample.size() < query.sample()) {
                sample.addAll(session.query(
                        DIFFERENCES + "WHERE change_id = ? AND topic = ? AND thing = ?",
                        ChangeTable::difference,
                        id,
                        query.topic(),
                        key));
            }
        }
        if (query.keys().isEmpty()) {
            sample.addAll(session.query(
                    DIFFERENCES + "WHERE change_id = ? ORDER BY item LIMIT ?",
                    ChangeTable::difference,
                    id,
                    query.sample()));
        }
        return new ChangeSummary(id, change.at(), change.author(), things, sample);
    }

    private static List<Change> whole(Session session, Collection<Change> bare) throws SQLException {
        List<Change> changes = new ArrayList<>(bare.size());
        for (Change change : bare) {
            changes.add(new Change(change.id(), change.at(), change.author(), differences(session, change.id())));
        }
        return Collections.unmodifiableList(changes);
    }

    private static List<Difference> differences(Session session, long change) throws SQLException {
        return session.query(DIFFERENCES + "WHERE change_id = ? ORDER BY item", ChangeTable::difference, change);
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                row.getString(1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)));
    }

    private static Change bare(ResultSet row) throws SQLException {
        return new Change(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                new Author(row.getString(3), row.getString(4), row.getString(5)),
                List.of());
    }
}
