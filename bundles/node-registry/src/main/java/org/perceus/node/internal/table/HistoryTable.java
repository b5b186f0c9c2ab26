package org.perceus.node.internal.table;

import java.sql.SQLException;
import java.time.Instant;
import org.perceus.node.Author;
import org.perceus.node.internal.change.Draft;
import org.perceus.node.internal.state.GroupChange;
import org.perceus.node.internal.state.NodeChange;
import org.perceus.node.internal.store.Session;

/** What was changed, by whom and why, with all that is needed to undo it. */
public final class HistoryTable {
    private static final int WHO = 256;
    private static final int WHY = 1024;

    private long newest;

    public void load(Session session) throws SQLException {
        newest = session.query("SELECT COALESCE(MAX(id), 0) FROM change_log", row -> row.getLong(1))
                .get(0);
    }

    /** A change that is undone leaves a gap in the numbers. */
    public void add(Session session, Instant at, Author author, Draft draft) throws SQLException {
        long id = ++newest;
        session.update(
                "INSERT INTO change_log (id, changed_at, who, why) VALUES (?, ?, ?, ?)",
                id,
                at.toEpochMilli(),
                bounded(author.who(), WHO),
                bounded(author.why(), WHY));
        int item = 0;
        for (NodeChange change : draft.nodeChanges()) {
            String before = change.before().map(NodeText::of).orElse(null);
            String after = change.after().map(NodeText::of).orElse(null);
            addItem(session, id, item++, "node " + change.mac(), before, after);
        }
        for (GroupChange change : draft.groupChanges()) {
            addItem(
                    session,
                    id,
                    item++,
                    "group " + change.group(),
                    NodeText.of(change.before()),
                    NodeText.of(change.after()));
        }
    }

    private static void addItem(Session session, long id, int item, String subject, String before, String after)
            throws SQLException {
        session.update(
                "INSERT INTO change_item (change_id, item, subject, before_text, after_text) VALUES (?, ?, ?, ?, ?)",
                id,
                item,
                subject,
                before,
                after);
    }

    private static String bounded(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
