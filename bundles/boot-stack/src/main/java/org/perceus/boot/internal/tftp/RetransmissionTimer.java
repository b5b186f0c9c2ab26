package org.perceus.boot.internal.tftp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * When to repeat. Follows the round trips as TCP does (RFC 6298 section 2), because on a network of microseconds a fixed
 * timer of a second makes every lost packet cost a second; a time-out that the client asked for (RFC 2349) is kept.
 */
final class RetransmissionTimer {
    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    private final Optional<Duration> agreed;
    private long smoothed;
    private long variation;
    private int repetitions;

    RetransmissionTimer(Optional<Duration> agreed) {
        this.agreed = agreed;
    }

    /** A block that was sent once was acknowledged after so many nanoseconds. */
    void measured(long roundTrip) {
        if (smoothed == 0) {
            smoothed = roundTrip;
            variation = roundTrip / 2;
        } else {
            variation += (Math.abs(smoothed - roundTrip) - variation) / 4;
            smoothed += (roundTrip - smoothed) / 8;
        }
    }

    /** The client came further. */
    void progressed() {
        repetitions = 0;
    }

    /** Something was repeated; says how often in a row. */
    int repeated() {
        return ++repetitions;
    }

    /** Nanoseconds to wait for an answer. */
    long delay() {
        long once = agreed.map(Duration::toNanos)
                .orElseGet(() -> smoothed == 0 ? FIRST : Math.max(SHORTEST, smoothed + 4 * variation));
        return agreed.isPresent() ? once : Math.min(LONGEST, once << Math.min(repetitions, 8));
    }

    /** Nanoseconds within which an answer cannot be about what was sent just now. */
    long tooSoon() {
        return smoothed / 2;
    }
}
