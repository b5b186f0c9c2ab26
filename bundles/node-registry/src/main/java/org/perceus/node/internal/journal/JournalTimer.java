package org.perceus.node.internal.journal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When the journal looks after itself. */
final class JournalTimer {
    private static final Logger LOG = LoggerFactory.getLogger(JournalTimer.class);
    private static final int LOOK_SECONDS = 15;
    private static final int FIRST_MINUTES = 1;
    private static final int SWEEP_MINUTES = 60;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "perceus-boot-timer");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins.
     *
     * @param look finds out which nodes are silent
     * @param sweep deletes what is too old
     */
    void start(Runnable look, Runnable sweep) {
        timer.scheduleWithFixedDelay(guarded(look), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(guarded(sweep), FIRST_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    void stop() {
        timer.shutdownNow();
    }

    /** A task that throws would not run again. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("The journal of the boots could not look after itself", e);
            }
        };
    }
}
