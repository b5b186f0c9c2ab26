package org.perceus.provisioning.internal.names;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.NameDirectory;
import org.perceus.boot.SiteNames;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the DNS server the names of the nodes as the registry has them at that moment. Those of further interfaces follow in
 * the background: each is worked out from a setting, and nobody who asks waits for those of all nodes. Thread-safe.
 */
@Component
public final class RegistryNames implements NameDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryNames.class);

    /** Thousands of nodes that are added one by one are looked at together. */
    private static final long GATHER_MILLIS = 500;

    private final NodeRegistry registry;
    private final Executor background;
    private final Runnable end;
    private final AtomicBoolean gathering = new AtomicBoolean();
    private volatile InterfaceNames interfaces = InterfaceNames.NONE;
    private volatile NodeNames newest;
    private volatile RegistrySnapshot gathered;

    @Activate
    public RegistryNames(@Reference NodeRegistry registry) {
        this(registry, new ScheduledThreadPoolExecutor(1, RegistryNames::thread));
    }

    private RegistryNames(NodeRegistry registry, ScheduledExecutorService executor) {
        this(registry, task -> executor.schedule(task, GATHER_MILLIS, TimeUnit.MILLISECONDS), executor::shutdownNow);
    }

    /** @param background does what takes a while */
    RegistryNames(NodeRegistry registry, Executor background, Runnable end) {
        this.registry = registry;
        this.background = background;
        this.end = end;
        this.newest = NodeNames.of(registry.snapshot(), interfaces);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "names-of-interfaces");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public SiteNames names() {
        RegistrySnapshot snapshot = registry.snapshot();
        if (snapshot != gathered && gathering.compareAndSet(false, true)) {
            background.execute(this::gather);
        }
        NodeNames names = newest;
        InterfaceNames further = interfaces;
        if (names.snapshot() != snapshot || names.interfaces() != further) {
            names = NodeNames.of(snapshot, further);
            newest = names;
        }
        return names;
    }

    private void gather() {
        try {
            RegistrySnapshot snapshot = registry.snapshot();
            gathered = snapshot;
            interfaces = InterfaceNames.of(snapshot);
        } catch (RuntimeException e) {
            LOG.error("The names of interfaces could not be worked out", e);
        } finally {
            gathering.set(false);
        }
    }

    @Deactivate
    void stop() {
        end.run();
    }
}
