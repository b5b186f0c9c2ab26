package org.perceus.ledger.internal.store;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says that changes failed: who asked for one is told about each, so the log has the same reason once a minute, and how
 * often it was met meanwhile. Belongs to one thread.
 */
final class FailedChanges {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private String said = "";
    private long saidAt;
    private long unsaid;

    FailedChanges(Consumer<String> log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    /** @param sentence with the reason: the same one again is counted alone */
    void say(String sentence) {
        long now = nanoTime.getAsLong();
        if (sentence.equals(said) && now - saidAt < PAUSE) {
            unsaid++;
            return;
        }
        if (unsaid > 0) {
            log.accept(said + ": " + unsaid + " more times");
        }
        log.accept(sentence);
        said = sentence;
        saidAt = now;
        unsaid = 0;
    }
}
