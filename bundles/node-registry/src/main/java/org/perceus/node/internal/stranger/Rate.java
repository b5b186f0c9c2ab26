package org.perceus.node.internal.stranger;

import java.time.Duration;
import java.time.Instant;

/** Admits so many in a second, and what was not used of some seconds at once. Thread-safe. */
final class Rate {
    private Instant filled = Instant.EPOCH;
    private double left;

    synchronized boolean admits(Instant now, int perSecond) {
        double most = (double) perSecond * LeaseRules.BURST_SECONDS;
        double seconds = Math.max(0, Duration.between(filled, now).toMillis()) / 1_000.0;
        left = Math.min(most, left + seconds * perSecond);
        filled = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
