package org.perceus.provisioning.internal.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What is still to be done, and how fast it was done in the last seconds. Thread-safe. */
final class Backlog {
    /** What is taken before anything is known of the rate. */
    private static final int FIRST = 1000;

    private static final int SECONDS = 5;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final int[] done = new int[SECONDS];
    private int size;
    private long busySince;
    private long newest;

    Backlog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.newest = nanoTime.getAsLong() / SECOND;
    }

    synchronized int size() {
        return size;
    }

    synchronized void grows() {
        if (size++ == 0) {
            busySince = nanoTime.getAsLong();
        }
    }

    synchronized void shrinks() {
        long now = nanoTime.getAsLong() / SECOND;
        forgetUntil(now);
        done[Math.floorMod(now, SECONDS)]++;
        size--;
    }

    /** How long so many take, by what was done in the seconds since there was nothing to do. */
    synchronized Duration expected(int before) {
        if (before < FIRST) {
            return Duration.ZERO;
        }
        long now = nanoTime.getAsLong();
        forgetUntil(now / SECOND);
        long sum = 0;
        for (int second : done) {
            sum += second;
        }
        long known = (now / SECOND - SECONDS + 1) * SECOND;
        double busy = Math.max(1.0, (now - Math.max(known, busySince)) / (double) SECOND);
        return Duration.ofMillis((long) (before * 1000 * busy / Math.max(1, sum)));
    }

    private void forgetUntil(long second) {
        for (long gone = Math.max(newest, second - SECONDS); gone < second; gone++) {
            done[Math.floorMod(gone + 1, SECONDS)] = 0;
        }
        newest = Math.max(newest, second);
    }
}
