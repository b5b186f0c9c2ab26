package org.perceus.ledger.internal.retention;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.Store;
import org.perceus.ledger.store.Work;

/** Drops the changes that are beyond the limits, in small transactions of their own between those of others. */
final class HistorySweep {
    private static final int ROWS = 500;
    /** After which another server goes on, when this one is gone. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String sweeper = UUID.randomUUID().toString();
    private final Store store;
    private final Clock clock;
    private final Executor pause;

    private enum Piece {
        MORE,
        LAST,
        OF_ANOTHER
    }

    /** @param pause runs what follows a piece, a while later */
    HistorySweep(Store store, Clock clock, Executor pause) {
        this.store = store;
        this.clock = clock;
        this.pause = pause;
    }

    /** Begins; completes with the number of changes that were dropped, and fails when the database does. */
    CompletionStage<Integer> begin(HistoryLimits limits) {
        CompletableFuture<Integer> dropped = new CompletableFuture<>();
        next(new Transaction(limits), dropped);
        return dropped;
    }

    private void next(Transaction transaction, CompletableFuture<Integer> dropped) {
        store.submit(transaction).whenComplete((piece, failure) -> {
            if (failure != null) {
                dropped.completeExceptionally(failure);
            } else if (piece == Piece.MORE) {
                pause.execute(() -> next(transaction, dropped));
            } else {
                dropped.complete(transaction.dropped);
            }
        });
    }

    private final class Transaction implements Work<Piece> {
        private final HistoryLimits limits;
        private final long before;
        private long beyond = -1;
        private int dropped;

        Transaction(HistoryLimits limits) {
            this.limits = limits;
            this.before = clock.instant().minus(limits.age()).toEpochMilli();
        }

        @Override
        public Piece write(Session session) throws SQLException {
            Horizon horizon = new Horizon(session);
            Instant now = clock.instant();
            if (!horizon.take(sweeper, now, now.plus(PATIENCE))) {
                return Piece.OF_ANOTHER;
            }
            if (!horizon.clear(ROWS)) {
                return Piece.MORE;
            }
            if (beyond < 0) {
                // once: else it would go on for as long as others append
                beyond = Math.max(0, horizon.newest() - limits.changes());
            }
            int moved = horizon.move(before, beyond, ROWS);
            dropped += moved;
            if (moved > 0) {
                return Piece.MORE;
            }
            horizon.release();
            return Piece.LAST;
        }

        @Override
        public boolean isAlone() {
            return true;
        }
    }
}
