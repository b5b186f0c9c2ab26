package org.perceus.boot.internal.dns.limit;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many refusals may go out: their receivers may not be those who asked. Used by one thread. */
public final class RefusalBudget {
    private final int perSecond;
    private final LongSupplier nanoTime;
    private long second;
    private int spent;

    /** Nothing is spent yet. */
    public RefusalBudget(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.second = nanoTime.getAsLong();
    }

    /** Takes one, if one is left of this second. */
    public boolean take() {
        long now = nanoTime.getAsLong();
        if (now - second >= TimeUnit.SECONDS.toNanos(1)) {
            second = now;
            spent = 0;
        }
        if (spent == perSecond) {
            return false;
        }
        spent++;
        return true;
    }
}
