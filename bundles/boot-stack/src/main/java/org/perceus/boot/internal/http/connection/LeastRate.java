package org.perceus.boot.internal.http.connection;

/**
 * Whether octets go out fast enough. What the kernel takes at once into its buffers counts for the seconds in which it
 * then takes nothing. Used by one thread at a time.
 */
final class LeastRate {
    /** Half of what the slowest link of a node is expected to carry. */
    static final long OCTETS_PER_SECOND = 8 << 10;

    /** What may be in the kernel's buffers on the way to a client: the most that Linux gives a socket by itself. */
    private static final long MOST_CREDIT = 4 << 20;

    private static final long FIRST_CREDIT = 60 * OCTETS_PER_SECOND;
    private static final double NANOS = 1e9;

    private long at;
    private long sent;
    private double credit = FIRST_CREDIT;

    LeastRate(long now, long sent) {
        this.at = now;
        this.sent = sent;
    }

    /**
     * Looks again.
     *
     * @param now nanoseconds
     * @param sentNow octets that went out until now
     */
    boolean isMissed(long now, long sentNow) {
        credit = Math.min(MOST_CREDIT, credit + sentNow - sent) - (now - at) / NANOS * OCTETS_PER_SECOND;
        at = now;
        sent = sentNow;
        return credit < 0;
    }
}
