package org.perceus.node.internal.site;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When what the registry keeps beside its nodes is looked after. */
public final class UpkeepTimer {
    private static final Logger LOG = LoggerFactory.getLogger(UpkeepTimer.class);
    private static final int LOOK_SECONDS = 15;
    private static final int FIRST_MINUTES = 1;
    private static final int SWEEP_MINUTES = 60;

    private final String complaint;
    private final ScheduledExecutorService timer;

    /**
     * One that has not begun.
     *
     * @param name of its thread
     * @param complaint says in the log that something went wrong in it
     */
    public UpkeepTimer(String name, String complaint) {
        this.complaint = complaint;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins.
     *
     * @param look what is done every quarter of a minute
     * @param sweep what is done every hour, at first after a minute
     */
    public void start(Runnable look, Runnable sweep) {
        timer.scheduleWithFixedDelay(guarded(look), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(guarded(sweep), FIRST_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    /** Ends. */
    public void stop() {
        timer.shutdownNow();
    }

    /** A task that throws would not run again. */
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error(complaint, e);
            }
        };
    }
}
