package org.perceus.module.internal.image;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.module.BuildListener;
import org.perceus.module.BuildProgress;
import org.perceus.module.BuiltImage;
import org.perceus.module.CapsuleContent;
import org.perceus.module.CapsuleImages;
import org.perceus.module.CapsuleStore;
import org.perceus.module.DurableWriter;
import org.perceus.module.Image;
import org.perceus.module.ImageResult;
import org.perceus.module.ImageState;
import org.perceus.module.ModuleIdentity;
import org.perceus.module.OneLine;
import org.perceus.module.PresentModule;
import org.perceus.module.internal.config.PlatformConfiguration;
import org.perceus.module.internal.registry.BoundModule;
import org.perceus.module.internal.registry.DefaultModuleRegistry;
import org.perceus.module.internal.registry.Lease;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the provisioning methods build what they need of capsules. Thread-safe. */
@Component(
        immediate = true,
        service = {ImageBuilder.class, CapsuleImages.class})
public final class ImageBuilder implements CapsuleImages {
    private static final Logger LOG = LoggerFactory.getLogger(ImageBuilder.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final CapsuleStore store;
    private final DefaultModuleRegistry modules;
    private final BuildRun builds;
    private final BuildListener listener;
    private final ImageCatalog catalog;
    private final BuildQueue queue;
    private final Clock clock;
    private final Map<ImageKey, Failure> failures = new ConcurrentHashMap<>();

    private record Failure(String reason, Instant at) {}

    @Activate
    public ImageBuilder(
            @Reference PlatformConfiguration configuration,
            @Reference CapsuleStore store,
            @Reference DefaultModuleRegistry modules,
            @Reference DurableWriter writer,
            @Reference BuildListener listener) {
        this(
                configuration.now().directory(),
                () -> configuration.now().buildStall(),
                () -> configuration.now().builders(),
                store,
                modules,
                writer,
                listener,
                Clock.systemUTC());
    }

    /**
     * @param directory where the list of images is, and what builds work on
     * @param stall how long a build may be without progress
     * @param buildsAtOnce how many there may be
     */
    public ImageBuilder(
            Path directory,
            Supplier<Duration> stall,
            IntSupplier buildsAtOnce,
            CapsuleStore store,
            DefaultModuleRegistry modules,
            DurableWriter writer,
            BuildListener listener,
            Clock clock) {
        this.store = store;
        this.modules = modules;
        this.builds = new BuildRun(store, directory.resolve("work"), stall);
        this.listener = listener;
        this.catalog = new ImageCatalog(new ImageFiles(directory.resolve("images"), writer), store);
        this.queue = new BuildQueue(buildsAtOnce);
        this.clock = clock;
        builds.clear();
    }

    /** Ends all builds. */
    @Deactivate
    public void stop() throws InterruptedException {
        queue.stop();
    }

    /** Whether nodes can have what a method needs of a capsule, at once. */
    public boolean has(CapsuleContent capsule, ModuleIdentity method) {
        return catalog.find(ImageKey.of(capsule, method), capsule).isPresent();
    }

    @Override
    public ImageState state(CapsuleContent capsule, ModuleIdentity method) {
        ImageKey key = ImageKey.of(capsule, method);
        Optional<Image> recalled = catalog.recall(key);
        if (recalled.isPresent()) {
            return new ImageState.Ready(recalled.get());
        }
        Optional<ImageJob> job = queue.find(key);
        if (job.isPresent()) {
            return new ImageState.Building(job.get().words());
        }
        Failure failure = failures.get(key);
        if (failure != null && clock.instant().isBefore(failure.at().plus(RETRY_AFTER))) {
            return new ImageState.Failed(failure.reason());
        }
        return catalog.find(key, capsule)
                .<ImageState>map(ImageState.Ready::new)
                .orElseGet(() -> new ImageState.Building(
                        start(key, capsule, method, "", BuildProgress.none()).words()));
    }

    @Override
    public CompletionStage<ImageResult> prepare(String id, String methodName, String account, BuildProgress progress) {
        Optional<CapsuleContent> capsule = store.find(id);
        Optional<ModuleIdentity> method = modules.methods().find(methodName).map(PresentModule::identity);
        if (capsule.isEmpty()) {
            return failed("there is no capsule " + id);
        }
        if (method.isEmpty()) {
            return failed("the provisioning method " + methodName + " is not present");
        }
        return prepare(capsule.get(), method.get(), account, progress);
    }

    /** Builds what a method needs of a capsule, unless it is there, whether nodes get that method or one of its name. */
    public CompletionStage<ImageResult> prepare(CapsuleContent capsule, ModuleIdentity method, BuildProgress progress) {
        return prepare(capsule, method, "", progress);
    }

    private CompletionStage<ImageResult> prepare(
            CapsuleContent capsule, ModuleIdentity method, String account, BuildProgress progress) {
        ImageKey key = ImageKey.of(capsule, method);
        return catalog.find(key, capsule)
                .<CompletionStage<ImageResult>>map(
                        image -> CompletableFuture.completedFuture(new ImageResult.Ready(image.size(), Duration.ZERO)))
                .orElseGet(() -> start(key, capsule, method, account, progress).result());
    }

    @Override
    public List<BuiltImage> built(String method) {
        return catalog.built(method);
    }

    @Override
    public List<Image> images() throws IOException {
        return catalog.images();
    }

    /** What was built. */
    ImageCatalog catalog() {
        return catalog;
    }

    private ImageJob start(
            ImageKey key, CapsuleContent capsule, ModuleIdentity method, String account, BuildProgress follower) {
        return queue.join(key, account, follower, job -> result(key, capsule, method, job));
    }

    private ImageResult result(ImageKey key, CapsuleContent capsule, ModuleIdentity method, ImageJob job) {
        try {
            return built(key, capsule, method, job);
        } catch (ProvisioningException | IOException e) {
            return failed(key, OneLine.of(e, true));
        } catch (StalledBuild e) {
            return blamed(method, failed(key, "the build " + e.getMessage()));
        } catch (Throwable e) {
            // Whatever a module throws: a job that stays here would let its nodes wait for ever.
            return blamed(method, failed(key, OneLine.of(e, false)));
        }
    }

    private ImageResult built(ImageKey key, CapsuleContent capsule, ModuleIdentity method, ImageJob job)
            throws ProvisioningException, IOException, StalledBuild {
        // Who asked at the moment at which the build before was done has begun another.
        Optional<Image> before = catalog.find(key, capsule);
        if (before.isPresent()) {
            return new ImageResult.Ready(before.get().size(), Duration.ZERO);
        }
        Optional<Lease<ProvisioningMethod>> lease = modules.method(method).flatMap(BoundModule::open);
        if (lease.isEmpty()) {
            // Not for the next minute too: a module whose configuration was changed is back at once.
            return new ImageResult.Failed(key + " cannot be built: the method's module is leaving");
        }
        Instant begun = clock.instant();
        job.begin(listener.begun(key.toString(), job.account()));
        Image image = builds.run(capsule, lease.get(), job);
        catalog.add(key, image);
        failures.remove(key);
        LOG.info("Built the image of {}: {} bytes", key, image.size());
        return new ImageResult.Ready(image.size(), Duration.between(begun, clock.instant()));
    }

    private ImageResult blamed(ModuleIdentity method, ImageResult.Failed failed) {
        modules.method(method).ifPresent(module -> module.failed(failed.reason()));
        return failed;
    }

    private ImageResult.Failed failed(ImageKey key, String why) {
        String reason = key + " cannot be built: " + why;
        failures.put(key, new Failure(reason, clock.instant()));
        LOG.warn("The image of {}", reason);
        return new ImageResult.Failed(reason);
    }

    private static CompletionStage<ImageResult> failed(String reason) {
        return CompletableFuture.completedFuture(new ImageResult.Failed(reason));
    }
}
