package org.perceus.module.internal.dropin;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Has the modules folder looked at again and again, each time after the period that is configured by then. */
final class FolderWatch {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "perceus-modules");
        thread.setDaemon(true);
        return thread;
    });
    private final Supplier<Duration> period;

    FolderWatch(Supplier<Duration> period) {
        this.period = period;
    }

    /** @param look looks once, and never throws */
    void begin(Runnable look) {
        timer.execute(() -> round(look));
    }

    void stop() {
        timer.shutdownNow();
    }

    private void round(Runnable look) {
        look.run();
        if (!timer.isShutdown()) {
            timer.schedule(() -> round(look), period.get().toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
