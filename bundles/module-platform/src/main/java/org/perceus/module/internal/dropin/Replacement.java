package org.perceus.module.internal.dropin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.perceus.module.BuildProgress;
import org.perceus.module.CapsuleContent;
import org.perceus.module.ImageResult;
import org.perceus.module.ImageState;
import org.perceus.module.ModuleIdentity;
import org.perceus.module.ModuleRegistry;
import org.perceus.module.ModuleSet;
import org.perceus.module.NodeRequirements;
import org.perceus.module.PresentModule;
import org.perceus.module.internal.folder.Refusal;
import org.perceus.module.internal.image.ImageBuilder;
import org.perceus.provisioning.spi.ProvisioningMethod;

/**
 * Sees to it that a method has built what nodes need before it takes the place of another of its name: what nodes can have
 * now, they can have then. Thread-safe.
 */
final class Replacement {
    private static final Comparator<MissingImage> ORDER =
            Comparator.comparing(missing -> missing.capsule().id());

    private final ModuleRegistry modules;
    private final ImageBuilder images;
    private final NodeRequirements requirements;

    private record MissingImage(CapsuleContent capsule, ModuleIdentity method) {}

    Replacement(ModuleRegistry modules, ImageBuilder images, NodeRequirements requirements) {
        this.modules = modules;
        this.images = images;
        this.requirements = requirements;
    }

    /** Why nodes would have to wait for a bundle's methods if they got them now; begins to build what is missing. */
    Optional<String> obstacle(long bundleId) {
        for (MissingImage missing : missing(bundleId)) {
            ImageState state = images.state(missing.capsule(), missing.method());
            if (state instanceof ImageState.Building building) {
                return Optional.of(
                        "its image of " + missing.capsule().id() + " is being built: " + building.progress());
            }
            if (state instanceof ImageState.Failed failed) {
                return Optional.of(failed.reason());
            }
        }
        return Optional.empty();
    }

    /**
     * Builds the images that a bundle's methods have to build, and waits until it is there.
     *
     * @throws Refusal with the reason when it cannot be built
     */
    void complete(long bundleId, BuildProgress progress) throws Refusal, InterruptedException {
        List<CompletionStage<ImageResult>> builds = new ArrayList<>();
        for (MissingImage missing : missing(bundleId)) {
            builds.add(images.prepare(missing.capsule(), missing.method(), progress));
        }
        for (CompletionStage<ImageResult> build : builds) {
            if (await(build) instanceof ImageResult.Failed failed) {
                throw new Refusal(failed.reason());
            }
        }
    }

    private List<MissingImage> missing(long bundleId) {
        ModuleSet<ProvisioningMethod> methods = modules.methods();
        List<MissingImage> missing = new ArrayList<>();
        for (PresentModule<ProvisioningMethod> method : methods.modules()) {
            ModuleIdentity fresh = method.identity();
            ModuleIdentity used = methods.find(fresh.name()).orElse(method).identity();
            if (fresh.bundleId() == bundleId && !used.equals(fresh)) {
                requirements.capsules(fresh.name()).stream()
                        .filter(capsule -> images.has(capsule, used) && !images.has(capsule, fresh))
                        .forEach(capsule -> missing.add(new MissingImage(capsule, fresh)));
            }
        }
        missing.sort(ORDER);
        return missing;
    }

    private static ImageResult await(CompletionStage<ImageResult> build) throws InterruptedException {
        try {
            return build.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a build has a result whatever happens in it", e);
        }
    }
}
