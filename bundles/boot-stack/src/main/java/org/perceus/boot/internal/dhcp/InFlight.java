package org.perceus.boot.internal.dhcp;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The questions that the policy has not answered yet: few, and each once. Thread-safe. */
final class InFlight {
    private final int most;
    private final long patience;
    private final LongSupplier nanoTime;
    private final Map<ClientMessage.Id, Long> since = new ConcurrentHashMap<>();

    /** What became of a query at the door. */
    enum Entry {
        ENTERED,
        DUPLICATE,
        FULL
    }

    InFlight(int most, Duration patience, LongSupplier nanoTime) {
        this.most = most;
        this.patience = patience.toNanos();
        this.nanoTime = nanoTime;
    }

    /** One at a time, so that the bound is exact. */
    synchronized Entry enter(ClientMessage.Id id) {
        if (since.containsKey(id)) {
            return Entry.DUPLICATE;
        }
        if (since.size() >= most) {
            return Entry.FULL;
        }
        since.put(id, nanoTime.getAsLong());
        return Entry.ENTERED;
    }

    /** Whether somebody still waits for this answer. */
    boolean leave(ClientMessage.Id id) {
        return since.remove(id) != null;
    }

    /** Forgets the questions that waited too long, and says how many there were. */
    int expire() {
        long now = nanoTime.getAsLong();
        int late = 0;
        for (Map.Entry<ClientMessage.Id, Long> waiting : since.entrySet()) {
            if (now - waiting.getValue() >= patience && since.remove(waiting.getKey(), waiting.getValue())) {
                late++;
            }
        }
        return late;
    }
}
