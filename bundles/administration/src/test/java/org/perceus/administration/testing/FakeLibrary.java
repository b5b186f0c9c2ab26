package org.perceus.administration.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.perceus.module.BuildProgress;
import org.perceus.module.BuiltImage;
import org.perceus.module.CapsuleContent;
import org.perceus.module.CapsuleImages;
import org.perceus.module.Image;
import org.perceus.module.ImageResult;
import org.perceus.module.ImageState;
import org.perceus.module.ModuleIdentity;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.CapsuleLibrary;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.InitramfsFormat;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.RootTraits;

/** Keeps capsules in memory; imports and builds are done at once. */
public final class FakeLibrary implements CapsuleLibrary, CapsuleImages {
    public final List<Capsule> capsules = new ArrayList<>();
    public final List<String> prepared = new ArrayList<>();
    public final List<Path> sources = new ArrayList<>();
    public Optional<String> rejection = Optional.empty();
    public Optional<String> buildFailure = Optional.empty();

    public static Capsule capsule(String id) {
        return new Capsule(
                CapsuleId.parse(id),
                List.of(new CapsuleKernel("/boot/vmlinuz-6.1.0-30-amd64", "6.1.0-30-amd64", InitramfsFormat.ZSTD)),
                812_000_000,
                23_456,
                new Artifact("ab".repeat(32), 301_000_000),
                Instant.parse("2026-11-20T10:00:00Z"),
                RootTraits.UNKNOWN);
    }

    @Override
    public List<Capsule> capsules() {
        return List.copyOf(capsules);
    }

    @Override
    public Optional<Capsule> find(CapsuleId id) {
        return capsules.stream().filter(capsule -> capsule.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Capsule> find(String nameOrId) {
        return capsules.stream()
                .filter(capsule -> capsule.id().toString().equals(nameOrId)
                        || capsule.id().name().equals(nameOrId))
                .findFirst();
    }

    @Override
    public ImportResult importRoot(CapsuleId id, Path source, Optional<String> kernel, Progress progress) {
        if (rejection.isPresent()) {
            return new ImportResult.Rejected(rejection.get());
        }
        sources.add(source);
        for (int percent = 0; percent <= 100; percent += 10) {
            progress.at("reading", percent, 100);
        }
        Capsule capsule = capsule(id.toString());
        capsules.add(0, capsule);
        return new ImportResult.Imported(capsule);
    }

    @Override
    public ImportResult examineRoot(CapsuleId id, Path source, Optional<String> kernel, Progress progress) {
        if (rejection.isPresent()) {
            return new ImportResult.Rejected(rejection.get());
        }
        Capsule capsule = capsule(id.toString());
        return new ImportResult.Examined(capsule.kernels(), capsule.rootSize(), capsule.files(), capsule.traits());
    }

    @Override
    public boolean remove(CapsuleId id) {
        return capsules.removeIf(capsule -> capsule.id().equals(id));
    }

    @Override
    public CompletionStage<ImageResult> prepare(String capsule, String method, String account, BuildProgress progress) {
        prepared.add(capsule + " " + method);
        progress.at("packing", 50, 100);
        return CompletableFuture.completedFuture(buildFailure
                .<ImageResult>map(ImageResult.Failed::new)
                .orElse(new ImageResult.Ready(310_000_000, Duration.ofSeconds(3))));
    }

    @Override
    public ImageState state(CapsuleContent capsule, ModuleIdentity method) {
        return new ImageState.Failed("no image is built here");
    }

    @Override
    public List<Image> images() {
        return List.of();
    }

    @Override
    public List<BuiltImage> built(String method) {
        return List.of();
    }
}
