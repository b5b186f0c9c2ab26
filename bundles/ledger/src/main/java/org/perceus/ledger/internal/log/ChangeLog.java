package org.perceus.ledger.internal.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<Following> followers = new ArrayList<>();
    private final List<Change> unpublished = new ArrayList<>();
    private Optional<Change> restarted = Optional.empty();
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

    void add(Session session, Following follower) throws SQLException {
        lock(session);
        if (follower.position() == Ledger.FROM_NOW_ON) {
            follower.beginAfter(newest);
        }
        Optional<List<Change>> missed;
        do {
            missed = table.next(session, follower.position(), AT_ONCE);
            if (missed.isEmpty()) {
                follower.restart(table.all(session));
            } else {
                missed.get().stream()
                        .filter(change -> !unpublished.contains(change))
                        .forEach(follower::deliver);
            }
        } while (missed.filter(changes -> changes.size() < AT_ONCE).isEmpty());
        followers.add(follower);
    }

    boolean remove(Following follower) {
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
        restarted.ifPresent(all -> followers.forEach(follower -> follower.restart(all)));
        restarted = Optional.empty();
        for (Change change : unpublished) {
            for (Following follower : followers) {
                follower.deliver(change);
            }
        }
        unpublished.clear();
    }

    private void catchUp(Session session, long end) throws SQLException {
        while (newest < end) {
            Optional<List<Change>> next = table.next(session, newest, AT_ONCE);
            if (next.isEmpty()) {
                restart(session);
                return;
            }
            for (Change change : next.get()) {
                change.differences().forEach(this::fold);
                newest = change.id();
                unpublished.add(change);
            }
        }
    }

    /** What this container missed was dropped: takes all things as they are. */
    private void restart(Session session) throws SQLException {
        LOG.warn("Changes after {} were dropped before this container knew them: it reads all things anew", newest);
        // else the texts could be newer than the change that they are taken for
        table.lockNewest(session);
        Change all = table.all(session);
        folds.values().forEach(FoldedState::clear);
        all.differences().forEach(this::fold);
        newest = all.id();
        restarted = Optional.of(all);
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
