package org.perceus.node.internal.store;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes groups of works, each group in one transaction and each work under a savepoint. Belongs to one thread. */
final class GroupCommit {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final ConnectionSource database;
    private final Runnable publisher;
    private Session session;

    GroupCommit(ConnectionSource database, Runnable publisher) throws SQLException {
        this.database = database;
        this.publisher = publisher;
        this.session = new Session(database.open());
    }

    /** Writes all; afterwards each ticket knows what came of it. */
    void write(List<Ticket<?>> tickets) {
        int done = 0;
        while (done < tickets.size()) {
            done += writeGroup(tickets.subList(done, tickets.size()));
        }
    }

    void close() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            LOG.warn("Closing the registry's database {} failed: {}", database, e.getMessage());
        }
    }

    private int writeGroup(List<Ticket<?>> tickets) {
        int written = 0;
        try {
            if (session == null) {
                session = new Session(database.open());
            }
            for (Ticket<?> ticket : tickets) {
                written++;
                write(ticket);
            }
            session.commit();
        } catch (SQLException e) {
            LOG.error("The registry's database {} does not take changes: {}", database, e.getMessage());
            // an unopened database took none of them; else those behind the broken one get a transaction of their own
            List<Ticket<?>> broken = written == 0 ? tickets : tickets.subList(0, written);
            rollback();
            for (int i = broken.size() - 1; i >= 0; i--) {
                broken.get(i).fail(e);
            }
            return broken.size();
        }
        publish();
        return tickets.size();
    }

    private void write(Ticket<?> ticket) throws SQLException {
        session.mark();
        try {
            ticket.write(session);
            session.keep();
        } catch (SQLException | RuntimeException | Error e) {
            // the writer outlives whatever a change runs into
            LOG.warn("A change of the registry failed: {}", e.toString());
            ticket.fail(e);
            session.drop();
        }
    }

    private void rollback() {
        try {
            if (session != null) {
                session.rollback();
            }
        } catch (SQLException e) {
            LOG.warn("The registry's database {} is opened anew: {}", database, e.getMessage());
            close();
            session = null;
        }
    }

    private void publish() {
        try {
            publisher.run();
        } catch (RuntimeException e) {
            LOG.error("Changes of the registry are on disk, but were not published", e);
        }
    }
}
