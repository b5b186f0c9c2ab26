package org.perceus.module.internal.dropin;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.perceus.module.OneLine;
import org.perceus.module.internal.registry.DefaultModuleRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts bundles with modules, which may hang in it, and waits until their modules are there. Thread-safe. */
final class Starter {
    private static final Logger LOG = LoggerFactory.getLogger(Starter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long POLL_MS = 10;

    private final ModuleBundles bundles;
    private final DefaultModuleRegistry registry;
    private final Map<Long, String> failures = new ConcurrentHashMap<>();

    Starter(ModuleBundles bundles, DefaultModuleRegistry registry) {
        this.bundles = bundles;
        this.registry = registry;
    }

    /** Whether its modules are there; starts it first when it is not active. */
    boolean start(Bundle bundle) throws InterruptedException {
        if (bundle.getState() != Bundle.INSTALLED && bundle.getState() != Bundle.RESOLVED) {
            return registry.has(bundle.getBundleId());
        }
        String failure = attempt(bundle);
        if (failure.isEmpty()) {
            failures.remove(bundle.getBundleId());
            return await(bundle);
        }
        if (!failure.equals(failures.put(bundle.getBundleId(), failure))) {
            LOG.warn("Module bundle {} does not start: {}", bundle, failure);
        }
        return false;
    }

    /** Why the last attempt to start it failed, if it did. */
    Optional<String> failure(Bundle bundle) {
        return Optional.ofNullable(failures.get(bundle.getBundleId()));
    }

    private String attempt(Bundle bundle) throws InterruptedException {
        FutureTask<Void> start = new FutureTask<>(() -> {
            bundles.start(bundle);
            return null;
        });
        Thread thread = new Thread(start, "perceus-module-start");
        thread.setDaemon(true);
        thread.start();
        try {
            start.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return "";
        } catch (TimeoutException e) {
            return "its start has not ended after " + PATIENCE.toSeconds() + " s";
        } catch (ExecutionException e) {
            return OneLine.of(e.getCause(), e.getCause() instanceof BundleException);
        }
    }

    private boolean await(Bundle bundle) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!registry.has(bundle.getBundleId())) {
            // It is left alone until the container has reached its start level.
            if (!isStarted(bundle) || System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL_MS);
        }
        return true;
    }

    private static boolean isStarted(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING || bundle.getState() == Bundle.ACTIVE;
    }
}
