package org.perceus.provisioning.internal.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.provisioning.spi.Artifact;
import org.perceus.provisioning.spi.ArtifactPublisher;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.Publication;
import org.perceus.vnfs.ArtifactReferences;
import org.perceus.vnfs.ArtifactStore;

/** Publishes what modules give it, and keeps it for a while after they gave it up. Thread-safe. */
@Component(service = {ArtifactPublisher.class, ArtifactReferences.class})
public final class SitePublications implements ArtifactPublisher, ArtifactReferences {
    private final ArtifactStore store;
    private final Supplier<Duration> grace;
    private final Clock clock;
    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, Instant> closed = new HashMap<>();

    @Activate
    public SitePublications(@Reference ArtifactStore store, @Reference EngineConfiguration configuration) {
        this(store, () -> configuration.now().keepFiles(), Clock.systemUTC());
    }

    /** @param grace for how long it is kept after it was given up */
    SitePublications(ArtifactStore store, Supplier<Duration> grace, Clock clock) {
        this.store = store;
        this.grace = grace;
        this.clock = clock;
    }

    @Override
    public Publication publish(Path file) throws ProvisioningException {
        if (!Files.isRegularFile(file)) {
            throw new ProvisioningException(file + " is no file that can be published");
        }
        try {
            var stored = store.publish(out -> Files.copy(file, out));
            return open(new PublishedArtifact(stored.sha256(), stored.size()));
        } catch (IOException e) {
            throw new ProvisioningException(file + " cannot be published: " + e, e);
        }
    }

    @Override
    public synchronized Set<String> inUse() {
        Instant past = clock.instant().minus(grace.get());
        closed.values().removeIf(since -> since.isBefore(past));
        Set<String> inUse = new HashSet<>(open.keySet());
        inUse.addAll(closed.keySet());
        return inUse;
    }

    private synchronized Publication open(Artifact artifact) {
        open.merge(artifact.sha256(), 1, Integer::sum);
        AtomicBoolean isOpen = new AtomicBoolean(true);
        return new Publication() {
            @Override
            public Artifact artifact() {
                return artifact;
            }

            @Override
            public void close() {
                if (isOpen.getAndSet(false)) {
                    giveUp(artifact.sha256());
                }
            }
        };
    }

    private synchronized void giveUp(String hash) {
        open.computeIfPresent(hash, (key, count) -> count > 1 ? count - 1 : null);
        closed.put(hash, clock.instant());
    }
}
