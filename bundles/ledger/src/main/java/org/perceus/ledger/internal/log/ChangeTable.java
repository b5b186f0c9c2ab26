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
import org.perceus.ledger.Difference;
import org.perceus.ledger.store.Session;

/** Changes in the database. */
final class ChangeTable {
    static final String CHANGES = "SELECT id, changed_at, who, deed, why FROM change ";
    /** Older ones were dropped, whether or not they are in the database still. */
    static final String OLDEST = "(SELECT oldest FROM horizon)";

    static final String DIFFERENCES = "SELECT topic, thing, before_text, after_text FROM difference ";

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

    /** The same for who knows all up to an id; empty when changes after it were dropped. */
    Optional<List<Change>> next(Session session, long id, int limit) throws SQLException {
        List<Change> changes = after(session, id, limit);
        // asked last: what another server drops meanwhile may have been read in part
        return oldest(session) > id + 1 ? Optional.empty() : Optional.of(changes);
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

    static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                row.getString(1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)));
    }

    static Change bare(ResultSet row) throws SQLException {
        return new Change(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                new Author(row.getString(3), row.getString(4), row.getString(5)),
                List.of());
    }
}
