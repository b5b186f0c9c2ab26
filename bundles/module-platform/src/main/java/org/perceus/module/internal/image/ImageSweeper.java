package org.perceus.module.internal.image;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.module.CapsuleStore;
import org.perceus.module.ModuleIdentity;
import org.perceus.module.ModuleRegistry;
import org.perceus.module.PresentModule;
import org.perceus.module.internal.config.PlatformConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets images that no node can get any more: those of capsules that are gone, and those of older versions of a method
 * whose present version has an image as well. They are kept for longer than any boot takes, as one may be using them.
 */
@Component(service = ImageSweeper.class, immediate = true)
public final class ImageSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(ImageSweeper.class);
    private static final long PERIOD_MINUTES = 15;

    private final ImageCatalog catalog;
    private final CapsuleStore store;
    private final ModuleRegistry modules;
    private final Supplier<Duration> keep;
    private final Clock clock;
    private final Map<ImageFile, Instant> outdatedSince = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "perceus-image-sweeper");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ImageSweeper(
            @Reference PlatformConfiguration configuration,
            @Reference ImageBuilder images,
            @Reference CapsuleStore store,
            @Reference ModuleRegistry modules) {
        this(images.catalog(), store, modules, () -> configuration.now().keepImages(), Clock.systemUTC());
        timer.scheduleWithFixedDelay(this::sweep, PERIOD_MINUTES, PERIOD_MINUTES, TimeUnit.MINUTES);
    }

    /** @param keep how long an image is kept that no node can get */
    ImageSweeper(
            ImageCatalog catalog, CapsuleStore store, ModuleRegistry modules, Supplier<Duration> keep, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.modules = modules;
        this.keep = keep;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    /** Looks at all images once. */
    void sweep() {
        try {
            List<ImageFile> all = catalog.files();
            Instant now = clock.instant();
            outdatedSince.keySet().retainAll(all);
            for (ImageFile file : all) {
                if (!isOutdated(file, all)) {
                    outdatedSince.remove(file);
                } else if (!now.isBefore(
                        outdatedSince.computeIfAbsent(file, fresh -> now).plus(keep.get()))) {
                    catalog.forget(file);
                    LOG.info(
                            "Forgot the image of {} by {}, which no node can get any more",
                            file.capsule(),
                            file.builder());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Outdated images were not cleared up: {}", e.toString());
        }
    }

    private boolean isOutdated(ImageFile file, List<ImageFile> all) {
        boolean capsuleIsThere = store.find(file.capsule())
                .filter(capsule -> capsule.root().sha256().equals(file.root()))
                .isPresent();
        return !capsuleIsThere || isSuperseded(file, all);
    }

    private boolean isSuperseded(ImageFile file, List<ImageFile> all) {
        List<ModuleIdentity> builders = modules.methods().modules().stream()
                .map(PresentModule::identity)
                .filter(method -> file.versionOf(method.name()).isPresent())
                .toList();
        return builders.stream().noneMatch(method -> isBy(file, method))
                && builders.stream().anyMatch(method -> all.stream()
                        .anyMatch(other -> other.isOfSameRoot(file) && isBy(other, method)));
    }

    private static boolean isBy(ImageFile file, ModuleIdentity method) {
        return file.versionOf(method.name()).filter(method.version()::equals).isPresent();
    }
}
