package org.perceus.node.internal.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.Store;
import org.perceus.ledger.store.Work;
import org.perceus.node.BootId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes boots that began before a time, in small pieces between what else is written; the newest of each node stay. */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int PIECE = 200;

    private final Store store;

    /** @param store has them */
    public Retention(Store store) {
        this.store = store;
    }

    /** Begins to delete. */
    public void deleteBefore(Instant time) {
        new Sweep(time.toEpochMilli()).next();
    }

    private final class Sweep implements Work<Boolean> {
        private final long before;
        private long behindStarted = Long.MIN_VALUE;
        private long behindMac;
        private int deleted;
        private boolean over;

        Sweep(long before) {
            this.before = before;
        }

        void next() {
            store.submit(this).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.debug("Old boots are deleted another time", failure);
                } else if (!over) {
                    next();
                } else if (deleted > 0) {
                    LOG.info("{} boots of before {} were deleted", deleted, Instant.ofEpochMilli(before));
                }
            });
        }

        @Override
        public boolean isAlone() {
            return true;
        }

        @Override
        public Boolean write(Session session) throws SQLException {
            BootTable table = new BootTable(session);
            List<BootId> piece = table.oldest(behindStarted, behindMac, before, PIECE);
            for (BootId boot : piece) {
                if (!table.isRecent(boot)) {
                    table.delete(boot);
                    deleted++;
                }
                behindStarted = boot.startedMillis();
                behindMac = boot.mac().value();
            }
            over = piece.size() < PIECE;
            return over;
        }
    }
}
