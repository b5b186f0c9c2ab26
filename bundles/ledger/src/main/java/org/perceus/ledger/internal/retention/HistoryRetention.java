package org.perceus.ledger.internal.retention;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has old changes dropped, every hour. */
@Component(
        service = {},
        configurationPid = "org.perceus.ledger",
        immediate = true)
public final class HistoryRetention {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryRetention.class);
    private static final int FIRST_MINUTES = 1;
    private static final int SWEEP_MINUTES = 60;
    private static final int PAUSE_MILLIS = 50;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "perceus-history-retention");
        thread.setDaemon(true);
        return thread;
    });
    private final HistorySweep sweep;
    private volatile HistoryLimits limits;

    /** Begins a minute later. */
    @Activate
    public HistoryRetention(Map<String, Object> properties, @Reference Store store) {
        modified(properties);
        sweep = new HistorySweep(
                store,
                Clock.systemUTC(),
                CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, timer));
        timer.scheduleWithFixedDelay(this::sweep, FIRST_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    @Modified
    void modified(Map<String, Object> properties) {
        limits = HistoryLimits.read(properties, sentence -> LOG.error("etc/org.perceus.ledger.cfg: {}", sentence));
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void sweep() {
        sweep.begin(limits).whenComplete((dropped, failure) -> {
            if (failure != null) {
                LOG.debug("Old changes are dropped another time", failure);
            } else if (dropped > 0) {
                LOG.info("{} changes were dropped, by historyDays or historyChanges", dropped);
            }
        });
    }
}
