package org.perceus.ledger.internal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes groups of works, each group in one transaction, but for works that want one of their
 * own, and each work under a savepoint. Belongs to one thread. */
final class GroupCommit {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final Database database;
    private final Runnable publisher;
    private final AtomicLong transactions = new AtomicLong();
    private final FailedChanges failed = new FailedChanges(LOG::error, System::nanoTime);
    private JdbcSession session;

    GroupCommit(Database database, Runnable publisher) throws SQLException {
        this.database = database;
        this.publisher = publisher;
        this.session = new JdbcSession(database.open(), transactions::incrementAndGet);
    }

    /** Writes all; afterwards each knows what came of it. */
    void write(List<Submission<?>> works) {
        int done = 0;
        while (done < works.size()) {
            done += writeGroup(works.subList(done, works.size()));
        }
    }

    void close() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            LOG.warn("Closing the ledger's database {} failed: {}", database, e.getMessage());
        }
    }

    private int writeGroup(List<Submission<?>> works) {
        List<Submission<?>> group = works.subList(0, together(works));
        int written = 0;
        try {
            if (session == null) {
                session = new JdbcSession(database.open(), transactions::incrementAndGet);
            }
            for (Submission<?> work : group) {
                written++;
                write(work);
            }
            announce();
            session.commit();
        } catch (SQLException | RuntimeException | Error e) {
            failed.say("The ledger's database " + database + " does not take changes: " + e);
            // an unopened database took none of them; else those behind the broken one get a transaction of their own
            List<Submission<?>> broken = written == 0 ? works : works.subList(0, written);
            rollback();
            for (int i = broken.size() - 1; i >= 0; i--) {
                broken.get(i).fail(e);
            }
            return broken.size();
        }
        publisher.run();
        return group.size();
    }

    /** How many works from the first on share a transaction. */
    private static int together(List<Submission<?>> works) {
        int count = 1;
        while (!works.get(0).isAlone()
                && count < works.size()
                && !works.get(count).isAlone()) {
            count++;
        }
        return count;
    }

    private void write(Submission<?> work) throws SQLException {
        if (work.isDeferred()) {
            attempt(work);
            return;
        }
        session.mark();
        if (attempt(work)) {
            session.keep();
        } else {
            session.drop();
        }
    }

    private boolean attempt(Submission<?> work) {
        try {
            work.write(session);
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            // the writer outlives whatever a change runs into
            failed.say("A change failed: " + e);
            work.fail(e);
            return false;
        }
    }

    private void announce() throws SQLException {
        Optional<String> announcement = database.announcement().filter(sql -> session.isAnnounced());
        if (announcement.isPresent()) {
            session.query(announcement.get(), row -> row);
        }
    }

    private void rollback() {
        try {
            if (session != null) {
                session.rollback();
            }
        } catch (SQLException e) {
            LOG.warn("The ledger's database {} is opened anew: {}", database, e.getMessage());
            close();
            session = null;
        }
    }
}
