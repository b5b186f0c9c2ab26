package org.perceus.ledger.internal.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.perceus.ledger.store.Store;

/** Drops changes at once, for tests. */
public final class Sweeps {
    private Sweeps() {}

    /** Drops what is older than a number of days, and what is beyond a number of changes. */
    public static CompletionStage<Integer> begin(Store store, Instant now, int days, int changes) {
        return begin(store, now, days, changes, Runnable::run);
    }

    /** @param pause runs what follows a piece */
    public static CompletionStage<Integer> begin(Store store, Instant now, int days, int changes, Executor pause) {
        return new HistorySweep(store, Clock.fixed(now, ZoneOffset.UTC), pause)
                .begin(new HistoryLimits(Duration.ofDays(days), changes));
    }
}
