package org.perceus.vnfs.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.ArtifactStore;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.examine.RootExaminer;
import org.perceus.vnfs.internal.examine.RootExaminer.Examined;
import org.perceus.vnfs.internal.neutral.NeutralRoot;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.source.RootSource;
import org.perceus.vnfs.internal.source.RootSources;
import org.perceus.vnfs.internal.source.RootView;

/** Turns a source into a capsule that nobody has heard of yet: only its root is in the artifact store. */
final class RootImport {
    private final RootSources sources;
    private final ArtifactStore store;
    private final Supplier<Compression> compression;
    private final Clock clock;

    RootImport(RootSources sources, ArtifactStore store, Supplier<Compression> compression, Clock clock) {
        this.sources = sources;
        this.store = store;
        this.compression = compression;
        this.clock = clock;
    }

    /** Imports; the source's root is packed without what belonged to one machine. */
    Capsule run(CapsuleId id, Path from, Optional<String> wantedKernel, Progress progress) throws IOException {
        try (RootSource opened = sources.open(from, progress)) {
            NeutralRoot source = new NeutralRoot(opened);
            Examined examined = RootExaminer.examine(new RootView(source), wantedKernel, source.findings());
            RootTree tree = source.tree();
            Meter meter = new Meter(progress, "packing " + id, tree.size());
            Artifact root = store.publish(out -> {
                try (OutputStream compressed = compression.get().to(out)) {
                    CanonicalArchive.write(source, compressed, meter);
                }
            });
            return new Capsule(
                    id,
                    examined.kernels(),
                    tree.size(),
                    tree.entries().size() - 1L,
                    root,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    examined.traits());
        }
    }

    /** Does the same but for packing. */
    ImportResult.Examined examine(Path from, Optional<String> wantedKernel, Progress progress) throws IOException {
        try (RootSource opened = sources.open(from, progress)) {
            NeutralRoot source = new NeutralRoot(opened);
            Examined examined = RootExaminer.examine(new RootView(source), wantedKernel, source.findings());
            RootTree tree = source.tree();
            return new ImportResult.Examined(
                    examined.kernels(), tree.size(), tree.entries().size() - 1L, examined.traits());
        }
    }
}
