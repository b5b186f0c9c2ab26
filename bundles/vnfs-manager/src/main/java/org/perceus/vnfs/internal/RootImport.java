package org.perceus.vnfs.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.ArtifactStore;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.InitramfsFormat;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.RootTraits;
import org.perceus.vnfs.internal.root.InitCheck;
import org.perceus.vnfs.internal.root.Kernel;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.source.RootSource;
import org.perceus.vnfs.internal.source.RootSources;

/** Turns a source into a capsule that nobody has heard of yet: only its root is in the artifact store. */
final class RootImport {
    private final RootSources sources;
    private final ArtifactStore store;
    private final Compression compression;
    private final Clock clock;

    RootImport(RootSources sources, ArtifactStore store, Compression compression, Clock clock) {
        this.sources = sources;
        this.store = store;
        this.compression = compression;
        this.clock = clock;
    }

    Capsule run(CapsuleId id, Path from, Optional<String> wantedKernel, Progress progress) throws IOException {
        try (RootSource source = sources.open(from, progress)) {
            RootTree tree = source.tree();
            Kernel kernel = Kernel.newestOf(tree);
            InitCheck.check(tree);
            Meter meter = new Meter(progress, "packing " + id, tree.size());
            Artifact root = store.publish(out -> {
                try (OutputStream compressed = compression.to(out)) {
                    CanonicalArchive.write(source, compressed, meter);
                }
            });
            return new Capsule(
                    id,
                    List.of(new CapsuleKernel(kernel.path(), kernel.release(), InitramfsFormat.ZSTD)),
                    tree.size(),
                    tree.entries().size() - 1L,
                    root,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    RootTraits.UNKNOWN.with(source.findings()));
        }
    }
}
