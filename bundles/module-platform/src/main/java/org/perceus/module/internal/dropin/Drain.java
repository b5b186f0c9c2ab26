package org.perceus.module.internal.dropin;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.perceus.module.internal.registry.DefaultModuleRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes bundles out of use: no new request gets their modules, and when those that have them are done, they are stopped.
 * Each has a thread of its own, as a build of an image can take minutes. Thread-safe.
 */
final class Drain {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final ModuleBundles bundles;
    private final DefaultModuleRegistry registry;
    private final Supplier<Duration> limit;
    private final ExecutorService executor = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "perceus-module-drain");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Long, CompletableFuture<Duration>> leaving = new ConcurrentHashMap<>();

    /** @param limit how long a module may still be in use before it is stopped all the same */
    Drain(ModuleBundles bundles, DefaultModuleRegistry registry, Supplier<Duration> limit) {
        this.bundles = bundles;
        this.registry = registry;
        this.limit = limit;
    }

    boolean isLeaving(Bundle bundle) {
        return leaving.containsKey(bundle.getBundleId());
    }

    /**
     * Begins to take a bundle out of use, unless that is under way.
     *
     * @return completes with the time for which its modules were still in use, also when the bundle hangs while it stops
     */
    CompletableFuture<Duration> begin(Bundle bundle, boolean uninstall) {
        CompletableFuture<Duration> fresh = new CompletableFuture<>();
        CompletableFuture<Duration> before = leaving.putIfAbsent(bundle.getBundleId(), fresh);
        if (before != null) {
            return before;
        }
        executor.execute(() -> {
            Duration drained = Duration.ZERO;
            try {
                drained = drain(bundle);
                fresh.completeOnTimeout(drained, STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                remove(bundle, uninstall);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (BundleException | RuntimeException e) {
                LOG.warn("Module bundle {} cannot be removed: {}", bundle, e.getMessage());
            } finally {
                leaving.remove(bundle.getBundleId());
                fresh.complete(drained);
            }
        });
        return fresh;
    }

    /** Completes when a bundle has left; at once when it is not leaving. */
    CompletableFuture<Duration> departure(Bundle bundle) {
        return leaving.getOrDefault(bundle.getBundleId(), CompletableFuture.completedFuture(Duration.ZERO));
    }

    /** Completes when all that are leaving now have left, with the longest time that one of them was in use. */
    CompletableFuture<Duration> all() {
        return leaving.values().stream()
                .reduce(
                        CompletableFuture.completedFuture(Duration.ZERO),
                        (one, other) -> one.thenCombine(other, (a, b) -> a.compareTo(b) > 0 ? a : b));
    }

    void stop() {
        executor.shutdownNow();
    }

    private Duration drain(Bundle bundle) throws InterruptedException {
        long begun = System.nanoTime();
        Duration most = limit.get();
        if (!registry.withdraw(bundle.getBundleId(), most)) {
            LOG.warn("Module bundle {} is stopped although it is still in use after {} s", bundle, most.toSeconds());
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void remove(Bundle bundle, boolean uninstall) throws BundleException, InterruptedException {
        if (uninstall) {
            bundles.uninstall(bundle);
        } else {
            bundles.stop(bundle);
        }
        LOG.info("Module bundle {} {}", bundle, uninstall ? "was uninstalled" : "was stopped");
    }
}
