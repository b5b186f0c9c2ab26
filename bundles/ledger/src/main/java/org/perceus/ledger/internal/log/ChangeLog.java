package org.perceus.ledger.internal.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.perceus.ledger.Change;
import org.perceus.ledger.Difference;
import org.perceus.ledger.Ledger;
import org.perceus.ledger.store.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the log as this container knows it, and those who fold it. Belongs to the store's thread. */
final class ChangeLog {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeLog.class);
    private static final int AT_ONCE = 100;

    private final ChangeTable table = new ChangeTable();
    private final Map<String, FoldedState<?>> folds = new ConcurrentHashMap<>();
    private final List<Follower> followers = new ArrayList<>();
    private final List<Change> unpublished = new ArrayList<>();
    private long newest;
    private long locked = -1;

    /** Begins with what is in the database. */
    void load(Session session) throws SQLException {
        table.forgetGone(session);
        newest = table.newest(session);
    }

    /** Folds what is known of the topics of a state, and from then on what is appended. */
    void add(Session session, FoldedState<?> state) throws SQLException {
        lock(session);
        for (String topic : state.topics()) {
            table.readDocuments(session, topic, state::fold);
            folds.put(topic, state);
        }
        state.publish();
    }

    void remove(FoldedState<?> state) {
        folds.values().removeIf(state::equals);
    }

    void add(Session session, Follower follower) throws SQLException {
        lock(session);
        if (follower.position() == Ledger.FROM_NOW_ON) {
            follower.beginAfter(newest);
        }
        List<Change> missed;
        do {
            missed = table.after(session, follower.position(), AT_ONCE);
            missed.stream().filter(change -> !unpublished.contains(change)).forEach(follower::deliver);
        } while (missed.size() == AT_ONCE);
        followers.add(follower);
    }

    boolean remove(Follower follower) {
        return followers.remove(follower);
    }

    /** Holds others off until the transaction ends, and takes up what they appended before. */
    void lock(Session session) throws SQLException {
        if (locked != session.transaction()) {
            catchUp(session, table.lockNewest(session));
            locked = session.transaction();
        }
    }

    /** Takes up what others appended. */
    void catchUp(Session session) throws SQLException {
        catchUp(session, table.newest(session));
    }

    /** Appends a change that was decided after {@link #lock}. */
    void append(Session session, Change change) throws SQLException {
        table.append(session, change);
        newest = change.id();
        unpublished.add(change);
    }

    /** The change will not be in the database; it was the last one that was appended. */
    void takeBack(Change change) {
        newest = change.id() - 1;
        unpublished.remove(change);
    }

    long next() {
        return newest + 1;
    }

    /** What was appended is durable. */
    void publish() {
        folds.values().forEach(FoldedState::publish);
        for (Change change : unpublished) {
            for (Follower follower : followers) {
                follower.deliver(change);
            }
        }
        unpublished.clear();
    }

    private void catchUp(Session session, long end) throws SQLException {
        while (newest < end) {
            for (Change change : table.after(session, newest, AT_ONCE)) {
                change.differences().forEach(this::fold);
                newest = change.id();
                unpublished.add(change);
            }
        }
    }

    private void fold(Difference difference) {
        FoldedState<?> state = folds.get(difference.topic());
        if (state == null) {
            LOG.debug("Nobody here knows what {} is", difference.topic());
        } else {
            state.fold(difference);
        }
    }
}
