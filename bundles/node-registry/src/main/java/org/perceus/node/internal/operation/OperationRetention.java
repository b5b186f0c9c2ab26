package org.perceus.node.internal.operation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.Store;
import org.perceus.ledger.store.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes operations that are too old or too many, in small pieces between what else is written. */
final class OperationRetention {
    private static final Logger LOG = LoggerFactory.getLogger(OperationRetention.class);
    private static final int PIECE = 100;

    private final Store store;

    OperationRetention(Store store) {
        this.store = store;
    }

    /**
     * Begins to delete.
     *
     * @param before when those began that are too old, also when they never ended
     * @param keep how many are kept
     */
    void delete(Instant before, int keep) {
        next(new Piece(before.toEpochMilli(), keep));
    }

    private void next(Piece piece) {
        store.submit(piece).whenComplete((deleted, failure) -> {
            if (failure != null) {
                LOG.debug("Old operations are deleted another time", failure);
            } else if (deleted == PIECE) {
                next(piece);
            }
        });
    }

    private record Piece(long before, int keep) implements Work<Integer> {
        @Override
        public boolean isAlone() {
            return true;
        }

        @Override
        public Integer write(Session session) throws SQLException {
            long beyond = session
                    .query("SELECT id FROM operation ORDER BY id DESC LIMIT 1 OFFSET ?", row -> row.getLong(1), keep)
                    .stream()
                    .findFirst()
                    .orElse(0L);
            List<Long> gone = session.query(
                    "SELECT id FROM operation WHERE started < ? OR id <= ? AND ended IS NOT NULL ORDER BY id LIMIT ?",
                    row -> row.getLong(1),
                    before,
                    beyond,
                    PIECE);
            for (long id : gone) {
                session.update("DELETE FROM operation_step WHERE operation_id = ?", id);
                session.update("DELETE FROM operation WHERE id = ?", id);
            }
            return gone.size();
        }
    }
}
