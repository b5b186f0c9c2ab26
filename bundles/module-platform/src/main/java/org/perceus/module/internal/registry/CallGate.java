package org.perceus.module.internal.registry;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets only so many calls of a module be under way. Who comes when there are so many waits as long as calls end: many nodes
 * that boot at once make a module busy, and that is no reason to refuse one. Thread-safe.
 */
final class CallGate {
    private final Semaphore free;
    private final AtomicLong ended = new AtomicLong();
    private final Duration still;
    private final Duration longest;

    /**
     * @param calls how many may be under way
     * @param still calls hang when none has ended in this time
     * @param longest how long anybody waits
     */
    CallGate(int calls, Duration still, Duration longest) {
        this.free = new Semaphore(calls, true);
        this.still = still;
        this.longest = longest;
    }

    /** Whether the call may be made; if so, {@link #leave} has to follow. */
    boolean enter() throws InterruptedException {
        long began = System.nanoTime();
        long before;
        do {
            before = ended.get();
            if (free.tryAcquire(still.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } while (ended.get() != before && System.nanoTime() - began < longest.toNanos());
        return false;
    }

    /** The call has ended. */
    void leave() {
        ended.incrementAndGet();
        free.release();
    }
}
