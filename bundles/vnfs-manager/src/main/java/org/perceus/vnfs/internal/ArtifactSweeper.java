package org.perceus.vnfs.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.ArtifactReferences;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes artifacts and unpacked roots that no capsule and nobody else refers to, now and then. */
@Component(service = ArtifactSweeper.class, immediate = true)
public final class ArtifactSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(ArtifactSweeper.class);
    private static final int RUNS_PER_GRACE = 4;
    private static final long STOP_SECONDS = 5;
    private static final long LONGEST_SECONDS = 3_600;

    private final FileArtifactStore store;
    private final UnpackedTrees trees;
    private final CapsuleLibrary library;
    private final Supplier<Duration> grace;
    private final Clock clock;
    private final List<ArtifactReferences> references = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "perceus-artifact-sweeper");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ArtifactSweeper(
            @Reference FileArtifactStore store,
            @Reference UnpackedTrees trees,
            @Reference CapsuleLibrary library,
            @Reference VnfsConfiguration configuration) {
        this(store, trees, library, () -> configuration.now().grace(), Clock.systemUTC());
        scheduleNext();
    }

    ArtifactSweeper(
            FileArtifactStore store,
            UnpackedTrees trees,
            CapsuleLibrary library,
            Supplier<Duration> grace,
            Clock clock) {
        this.store = store;
        this.trees = trees;
        this.library = library;
        this.grace = grace;
        this.clock = clock;
    }

    /** Each time after what is configured by then, but not later than an hour from now, as that may become less. */
    private void scheduleNext() {
        long seconds = Math.max(1, Math.min(LONGEST_SECONDS, grace.get().toSeconds() / RUNS_PER_GRACE));
        if (!timer.isShutdown()) {
            timer.schedule(this::run, seconds, TimeUnit.SECONDS);
        }
    }

    private void run() {
        sweep();
        scheduleNext();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindReferences(ArtifactReferences added) {
        references.add(added);
    }

    void unbindReferences(ArtifactReferences removed) {
        references.remove(removed);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Clears up once. Does nothing while nobody, or not everybody, can say what is in use. */
    void sweep() {
        List<ArtifactReferences> asked = List.copyOf(references);
        if (asked.isEmpty()) {
            return;
        }
        try {
            Set<String> inUse = new HashSet<>();
            Set<String> treesInUse = new HashSet<>();
            for (ArtifactReferences reference : asked) {
                inUse.addAll(reference.inUse());
                treesInUse.addAll(reference.treesInUse());
            }
            for (Capsule capsule : library.capsules()) {
                inUse.add(capsule.root().sha256());
                treesInUse.add(capsule.root().sha256());
            }
            if (!asked.equals(references)) {
                return;
            }
            List<String> gone = trees.sweep(treesInUse);
            if (!gone.isEmpty()) {
                LOG.info("Removed the unpacked roots {}, which belong to no capsule and no node", gone);
            }
            List<Artifact> removed = store.sweep(inUse, clock.instant().minus(grace.get()));
            if (!removed.isEmpty()) {
                long bytes = removed.stream().mapToLong(Artifact::size).sum();
                LOG.info("Removed {} artifacts that nobody uses, {} bytes", removed.size(), bytes);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Unused artifacts were not cleared up: {}", e.toString());
        }
    }
}
