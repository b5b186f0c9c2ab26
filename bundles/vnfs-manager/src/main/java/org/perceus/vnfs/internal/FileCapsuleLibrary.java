package org.perceus.vnfs.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.vnfs.ArtifactStore;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleLibrary;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.ImportResult.Imported;
import org.perceus.vnfs.ImportResult.Rejected;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.ReleaseOrder;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.source.RootSources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the capsules in files and, for looking up, all of them in memory. */
@Component
public final class FileCapsuleLibrary implements CapsuleLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(FileCapsuleLibrary.class);
    private static final Comparator<Capsule> NEWEST_FIRST = Comparator.comparing(Capsule::imported)
            .thenComparing(capsule -> capsule.id().version(), new ReleaseOrder())
            .reversed();
    private static final Comparator<Capsule> LISTED =
            Comparator.comparing((Capsule capsule) -> capsule.id().name()).thenComparing(NEWEST_FIRST);

    private final CapsuleFiles files;
    private final RootImport imports;
    private final ImportTurn turn = new ImportTurn();
    private final Set<CapsuleId> underWay = new HashSet<>();
    private volatile Map<CapsuleId, Capsule> capsules = Map.of();

    @Activate
    public FileCapsuleLibrary(@Reference FileArtifactStore store, @Reference VnfsConfiguration configuration) {
        this(store, configuration::now, Clock.systemUTC());
    }

    FileCapsuleLibrary(ArtifactStore store, Supplier<VnfsSettings> settings, Clock clock) {
        Path directory = settings.get().directory();
        WorkFolder work = new WorkFolder(directory);
        this.files = new CapsuleFiles(directory);
        this.imports = new RootImport(
                new RootSources(work, () -> settings.get().limits()),
                store,
                () -> settings.get().archive(),
                clock);
        try {
            files.load().forEach(this::include);
        } catch (IOException e) {
            throw new UncheckedIOException("capsules cannot be read below " + directory + ": " + e, e);
        }
    }

    @Override
    public List<Capsule> capsules() {
        return capsules.values().stream().sorted(LISTED).toList();
    }

    @Override
    public Optional<Capsule> find(CapsuleId id) {
        return Optional.ofNullable(capsules.get(id));
    }

    @Override
    public Optional<Capsule> find(String nameOrId) {
        if (nameOrId.indexOf('@') < 0) {
            return capsules.values().stream()
                    .filter(capsule -> capsule.id().name().equals(nameOrId))
                    .min(NEWEST_FIRST);
        }
        try {
            return find(CapsuleId.parse(nameOrId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public ImportResult importRoot(CapsuleId id, Path source, Optional<String> kernel, Progress progress) {
        return reserved(id, source, progress, () -> {
            Capsule capsule = imports.run(id, source, kernel, progress);
            keep(capsule);
            LOG.info(
                    "Imported {} from {}: {} files, kernel {}",
                    id,
                    source,
                    capsule.files(),
                    capsule.kernel().release());
            return new Imported(capsule);
        });
    }

    @Override
    public ImportResult examineRoot(CapsuleId id, Path source, Optional<String> kernel, Progress progress) {
        return reserved(id, source, progress, () -> imports.examine(source, kernel, progress));
    }

    private ImportResult reserved(CapsuleId id, Path source, Progress progress, ImportTurn.Reading reading) {
        Optional<Rejected> taken = reserve(id);
        if (taken.isPresent()) {
            return taken.get();
        }
        try {
            return turn.await(progress, reading);
        } catch (SourceRejected e) {
            return new Rejected(source + " cannot be imported: " + e.getMessage());
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            return new Rejected("the import of " + id + " was cancelled");
        } catch (IOException e) {
            LOG.warn("Import of {} from {} failed", id, source, e);
            return new Rejected("the import of " + id + " failed on this server: " + e.getMessage());
        } finally {
            release(id);
        }
    }

    @Override
    public synchronized boolean remove(CapsuleId id) {
        if (!capsules.containsKey(id)) {
            return false;
        }
        try {
            files.delete(id);
        } catch (IOException e) {
            throw new UncheckedIOException(id + " cannot be removed: " + e.getMessage(), e);
        }
        Map<CapsuleId, Capsule> others = new TreeMap<>(Comparator.comparing(CapsuleId::toString));
        others.putAll(capsules);
        others.remove(id);
        capsules = others;
        LOG.info("Removed {}", id);
        return true;
    }

    private synchronized Optional<Rejected> reserve(CapsuleId id) {
        if (capsules.containsKey(id)) {
            return Optional.of(new Rejected(id + " is there already: capsules do not change, give a new version"));
        }
        if (!underWay.add(id)) {
            return Optional.of(new Rejected(id + " is being imported already"));
        }
        return Optional.empty();
    }

    private synchronized void release(CapsuleId id) {
        underWay.remove(id);
    }

    private synchronized void keep(Capsule capsule) throws IOException {
        files.save(capsule);
        include(capsule);
    }

    private synchronized void include(Capsule capsule) {
        Map<CapsuleId, Capsule> more = new TreeMap<>(Comparator.comparing(CapsuleId::toString));
        more.putAll(capsules);
        more.put(capsule.id(), capsule);
        capsules = more;
    }
}
