package org.perceus.provisioning.internal.dropin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.perceus.provisioning.ImageResult;
import org.perceus.provisioning.internal.folder.Refusal;
import org.perceus.provisioning.internal.image.ImageState;
import org.perceus.provisioning.internal.image.ImageWorkshop;
import org.perceus.provisioning.internal.module.ModuleRegistry;
import org.perceus.provisioning.internal.module.ModuleSet;
import org.perceus.provisioning.internal.module.ModuleSlot;
import org.perceus.provisioning.internal.plan.Demand;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;

/**
 * Sees to it that a method has built what nodes need before it takes the place of another of its name: what nodes can have
 * now, they can have then. Thread-safe.
 */
final class Succession {
    private static final Comparator<Lack> ORDER =
            Comparator.comparing(lack -> lack.capsule().id().toString());

    private final ModuleRegistry modules;
    private final ImageWorkshop images;
    private final Demand demand;

    private record Lack(Capsule capsule, ModuleSlot<ProvisioningMethod> method) {}

    Succession(ModuleRegistry modules, ImageWorkshop images, Demand demand) {
        this.modules = modules;
        this.images = images;
        this.demand = demand;
    }

    /** Why nodes would have to wait for a bundle's methods if they got them now; begins to build what is missing. */
    Optional<String> obstacle(long bundleId) {
        for (Lack lack : lacks(bundleId)) {
            ImageState state = images.state(lack.capsule(), lack.method());
            if (state instanceof ImageState.Building building) {
                return Optional.of("its image of " + lack.capsule().id() + " is being built: " + building.progress());
            }
            if (state instanceof ImageState.Failed failed) {
                return Optional.of(failed.reason());
            }
        }
        return Optional.empty();
    }

    /**
     * Builds what a bundle's methods lack, and waits until it is there.
     *
     * @throws Refusal with the reason when it cannot be built
     */
    void complete(long bundleId, Progress progress) throws Refusal, InterruptedException {
        List<CompletionStage<ImageResult>> builds = new ArrayList<>();
        for (Lack lack : lacks(bundleId)) {
            builds.add(images.prepare(lack.capsule(), lack.method(), progress));
        }
        for (CompletionStage<ImageResult> build : builds) {
            if (await(build) instanceof ImageResult.Failed failed) {
                throw new Refusal(failed.reason());
            }
        }
    }

    private List<Lack> lacks(long bundleId) {
        ModuleSet<ProvisioningMethod> methods = modules.methods();
        List<Lack> lacks = new ArrayList<>();
        for (ModuleSlot<ProvisioningMethod> method : methods.slots()) {
            String name = method.identity().name();
            ModuleSlot<ProvisioningMethod> used = methods.find(name).orElse(method);
            if (method.identity().bundleId() == bundleId && used != method) {
                demand.capsules(name).stream()
                        .filter(capsule -> images.has(capsule, used) && !images.has(capsule, method))
                        .forEach(capsule -> lacks.add(new Lack(capsule, method)));
            }
        }
        lacks.sort(ORDER);
        return lacks;
    }

    private static ImageResult await(CompletionStage<ImageResult> build) throws InterruptedException {
        try {
            return build.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a build has a result whatever happens in it", e);
        }
    }
}
