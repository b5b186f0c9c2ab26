package org.perceus.node.internal.operation;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When operations are looked after. */
final class OperationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(OperationTimer.class);
    private static final int SAVE_SECONDS = 15;
    private static final int FIRST_MINUTES = 1;
    private static final int SWEEP_MINUTES = 60;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "perceus-operation-timer");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins.
     *
     * @param save writes what the disk did not take before
     * @param sweep deletes what is too old
     */
    void start(Runnable save, Runnable sweep) {
        timer.scheduleWithFixedDelay(guarded(save), SAVE_SECONDS, SAVE_SECONDS, TimeUnit.SECONDS);
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
                LOG.error("Operations could not be looked after", e);
            }
        };
    }
}
