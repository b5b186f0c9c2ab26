package org.perceus.provisioning.internal.image;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.provisioning.BuiltImage;
import org.perceus.provisioning.CapsuleImages;
import org.perceus.provisioning.ImageResult;
import org.perceus.provisioning.internal.EngineConfig;
import org.perceus.provisioning.internal.EngineDirectory;
import org.perceus.provisioning.internal.EngineNumber;
import org.perceus.provisioning.internal.OneLine;
import org.perceus.provisioning.internal.module.Lease;
import org.perceus.provisioning.internal.module.ModuleRegistry;
import org.perceus.provisioning.internal.module.ModuleSlot;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleLibrary;
import org.perceus.vnfs.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the provisioning methods build what they need of capsules, and knows what was built. Thread-safe. */
@Component(
        immediate = true,
        service = {ImageWorkshop.class, CapsuleImages.class},
        configurationPid = EngineConfig.PID)
public final class ImageWorkshop implements CapsuleImages {
    private static final Logger LOG = LoggerFactory.getLogger(ImageWorkshop.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);
    private static final ImageResult STOPPING = new ImageResult.Failed("the engine is stopping");

    private final CapsuleLibrary library;
    private final ImageTools tools;
    private final ModuleRegistry modules;
    private final BuildRun builds;
    private final BuildListener listener;
    private final ImageFiles files;
    private final Clock clock;
    private final ExecutorService builders;
    private final Map<ImageKey, Image> ready = new ConcurrentHashMap<>();
    private final Map<ImageKey, ImageJob> jobs = new ConcurrentHashMap<>();
    private final Map<ImageKey, Failure> failures = new ConcurrentHashMap<>();

    private record Failure(String reason, Instant at) {}

    @Activate
    public ImageWorkshop(
            EngineConfig config,
            Map<String, Object> properties,
            @Reference CapsuleLibrary library,
            @Reference ImageTools tools,
            @Reference ModuleRegistry modules,
            @Reference BuildListener listener) {
        this(
                library,
                tools,
                modules,
                new BuildRun(
                        tools,
                        EngineDirectory.of(config).resolve("work"),
                        Duration.ofSeconds(EngineNumber.BUILD_STALL.of(properties, LOG::error))),
                listener,
                EngineNumber.BUILDERS.of(properties, LOG::error),
                new ImageFiles(EngineDirectory.of(config).resolve("images")),
                Clock.systemUTC());
    }

    ImageWorkshop(
            CapsuleLibrary library,
            ImageTools tools,
            ModuleRegistry modules,
            BuildRun builds,
            BuildListener listener,
            int buildsAtOnce,
            ImageFiles files,
            Clock clock) {
        this.library = library;
        this.tools = tools;
        this.modules = modules;
        this.builds = builds;
        this.listener = listener;
        this.builders = Executors.newFixedThreadPool(buildsAtOnce, work -> new Thread(work, "perceus-image-builder"));
        this.files = files;
        this.clock = clock;
        builds.clear();
    }

    @Deactivate
    void stop() throws InterruptedException {
        builders.shutdownNow();
        if (!builders.awaitTermination(3, TimeUnit.SECONDS)) {
            LOG.warn("A build of an image did not stop in time");
        }
        jobs.values().forEach(job -> job.end(STOPPING));
    }

    /** Whether nodes can have what a method needs of a capsule, at once. */
    public boolean has(Capsule capsule, ModuleSlot<ProvisioningMethod> method) {
        return find(key(capsule, method)).isPresent();
    }

    /** Whether nodes can have what a method needs of a capsule; has it built when it is not there. */
    public ImageState state(Capsule capsule, ModuleSlot<ProvisioningMethod> method) {
        ImageKey key = key(capsule, method);
        Image known = ready.get(key);
        if (known != null) {
            return new ImageState.Ready(known);
        }
        ImageJob job = jobs.get(key);
        if (job != null) {
            return new ImageState.Building(job.words());
        }
        Failure failure = failures.get(key);
        if (failure != null && clock.instant().isBefore(failure.at().plus(RETRY_AFTER))) {
            return new ImageState.Failed(failure.reason());
        }
        return find(key)
                .<ImageState>map(ImageState.Ready::new)
                .orElseGet(() -> new ImageState.Building(
                        start(key, capsule, method, "", Progress.none()).words()));
    }

    @Override
    public CompletionStage<ImageResult> prepare(CapsuleId id, String methodName, String account, Progress progress) {
        Optional<Capsule> capsule = library.find(id);
        Optional<ModuleSlot<ProvisioningMethod>> method = modules.methods().find(methodName);
        if (capsule.isEmpty()) {
            return failed("there is no capsule " + id);
        }
        if (method.isEmpty()) {
            return failed("the provisioning method " + methodName + " is not present");
        }
        return prepare(capsule.get(), method.get(), account, progress);
    }

    /** Builds what a method needs of a capsule, unless it is there, whether nodes get that method or one of its name. */
    public CompletionStage<ImageResult> prepare(
            Capsule capsule, ModuleSlot<ProvisioningMethod> method, Progress progress) {
        return prepare(capsule, method, "", progress);
    }

    private CompletionStage<ImageResult> prepare(
            Capsule capsule, ModuleSlot<ProvisioningMethod> method, String account, Progress progress) {
        ImageKey key = key(capsule, method);
        return find(key)
                .<CompletionStage<ImageResult>>map(
                        image -> CompletableFuture.completedFuture(new ImageResult.Ready(image.size(), Duration.ZERO)))
                .orElseGet(() -> start(key, capsule, method, account, progress).result());
    }

    @Override
    public List<BuiltImage> built(String method) {
        return files.built(method);
    }

    /** All images that nodes may have been told of. */
    public List<Image> images() throws IOException {
        return Stream.concat(files.images().stream(), ready.values().stream()).toList();
    }

    /** The files of all images. */
    List<ImageFile> files() throws IOException {
        return files.files();
    }

    /** Forgets an image: it is built anew for the next node that is to get it. */
    void forget(ImageFile file) throws IOException {
        files.delete(file);
        ready.keySet().removeIf(key -> files.file(key).equals(file));
    }

    private Optional<Image> find(ImageKey key) {
        Image known = ready.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Optional<Image> onFile = files.read(key).filter(image -> isComplete(key, image));
            onFile.ifPresent(image -> ready.put(key, image));
            return onFile;
        } catch (IOException e) {
            LOG.warn("The image of {} is built anew: {}", key, e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isComplete(ImageKey key, Image image) {
        return image.artifacts().values().stream()
                        .allMatch(artifact ->
                                tools.artifacts().find(artifact.sha256()).isPresent())
                && (image.tree().isEmpty()
                        || image.tree().equals(library.find(key.capsule()).flatMap(tools.trees()::find)));
    }

    private ImageJob start(
            ImageKey key, Capsule capsule, ModuleSlot<ProvisioningMethod> method, String account, Progress follower) {
        ImageJob fresh = new ImageJob(account);
        ImageJob job = Optional.ofNullable(jobs.putIfAbsent(key, fresh)).orElse(fresh);
        job.follow(follower);
        if (job == fresh) {
            try {
                builders.execute(() -> run(key, capsule, method, fresh));
            } catch (RejectedExecutionException e) {
                jobs.remove(key);
                fresh.end(STOPPING);
            }
        }
        return job;
    }

    private void run(ImageKey key, Capsule capsule, ModuleSlot<ProvisioningMethod> method, ImageJob job) {
        ImageResult result;
        try {
            result = built(key, capsule, method, job);
        } catch (ProvisioningException | IOException e) {
            result = failed(key, OneLine.of(e, true));
        } catch (StalledBuild e) {
            ImageResult.Failed failed = failed(key, "the build " + e.getMessage());
            method.failed(failed.reason());
            result = failed;
        } catch (Throwable e) {
            // Whatever a module throws: a job that stays here would let its nodes wait for ever.
            ImageResult.Failed failed = failed(key, OneLine.of(e, false));
            method.failed(failed.reason());
            result = failed;
        }
        jobs.remove(key);
        job.end(result);
    }

    private ImageResult built(ImageKey key, Capsule capsule, ModuleSlot<ProvisioningMethod> method, ImageJob job)
            throws ProvisioningException, IOException, StalledBuild {
        // Who asked at the moment at which the build before was done has begun another.
        Optional<Image> before = find(key);
        if (before.isPresent()) {
            return new ImageResult.Ready(before.get().size(), Duration.ZERO);
        }
        Optional<Lease<ProvisioningMethod>> lease = method.lease();
        if (lease.isEmpty()) {
            // Not for the next minute too: a module whose configuration was changed is back at once.
            return new ImageResult.Failed(key + " cannot be built: the method's module is leaving");
        }
        Instant begun = clock.instant();
        job.begin(listener.begun(key, job.account()));
        Image image = builds.run(capsule, lease.get(), job);
        files.write(key, image);
        ready.put(key, image);
        failures.remove(key);
        LOG.info("Built the image of {}: {} bytes", key, image.size());
        return new ImageResult.Ready(image.size(), Duration.between(begun, clock.instant()));
    }

    private ImageResult.Failed failed(ImageKey key, String why) {
        String reason = key + " cannot be built: " + why;
        failures.put(key, new Failure(reason, clock.instant()));
        LOG.warn("The image of {}", reason);
        return new ImageResult.Failed(reason);
    }

    private static ImageKey key(Capsule capsule, ModuleSlot<ProvisioningMethod> method) {
        return ImageKey.of(capsule, method.identity().name(), method.identity().version());
    }

    private static CompletionStage<ImageResult> failed(String reason) {
        return CompletableFuture.completedFuture(new ImageResult.Failed(reason));
    }
}
