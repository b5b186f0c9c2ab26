package org.perceus.provisioning.internal.limits;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.provisioning.ServerLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the log what the system has too little room for: once, and again when it was mended and came back. */
@Component(service = LimitWatch.class, immediate = true)
public final class LimitWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LimitWatch.class);
    private static final long EVERY_SECONDS = 60;

    private final ServerLimits limits;
    private final Consumer<String> log;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "perceus-limits");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> told = new HashSet<>();

    @Activate
    public LimitWatch(@Reference ServerLimits limits) {
        this(limits, LOG::warn);
        timer.scheduleWithFixedDelay(this::look, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    LimitWatch(ServerLimits limits, Consumer<String> log) {
        this.limits = limits;
        this.log = log;
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    /** The numbers in a sentence change with each node, the first words of it do not. */
    void look() {
        try {
            Set<String> now = new HashSet<>();
            for (String sentence : limits.complaints()) {
                String cause = sentence.replaceAll("[0-9]+", "");
                now.add(cause);
                if (!told.contains(cause)) {
                    log.accept(sentence);
                }
            }
            told.clear();
            told.addAll(now);
        } catch (RuntimeException e) {
            LOG.error("The limits of this system could not be looked at", e);
        }
    }
}
