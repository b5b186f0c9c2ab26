package org.perceus.provisioning.internal.image;

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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.provisioning.internal.EngineConfig;
import org.perceus.provisioning.internal.EngineNumber;
import org.perceus.provisioning.internal.module.ModuleIdentity;
import org.perceus.provisioning.internal.module.ModuleRegistry;
import org.perceus.provisioning.internal.module.ModuleSlot;
import org.perceus.vnfs.CapsuleLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets images that no node can get any more: those of capsules that are gone, and those of older versions of a method
 * whose present version has an image as well. They are kept for longer than any boot takes, as one may be using them.
 */
@Component(service = ImageSweeper.class, immediate = true, configurationPid = EngineConfig.PID)
public final class ImageSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(ImageSweeper.class);
    private static final long PERIOD_MINUTES = 15;

    private final ImageWorkshop workshop;
    private final CapsuleLibrary library;
    private final ModuleRegistry modules;
    private final Duration keep;
    private final Clock clock;
    private final Map<ImageFile, Instant> outdatedSince = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "perceus-image-sweeper");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ImageSweeper(
            Map<String, Object> properties,
            @Reference ImageWorkshop workshop,
            @Reference CapsuleLibrary library,
            @Reference ModuleRegistry modules) {
        this(
                workshop,
                library,
                modules,
                Duration.ofHours(EngineNumber.KEEP_IMAGES.of(properties, LOG::error)),
                Clock.systemUTC());
        timer.scheduleWithFixedDelay(this::sweep, PERIOD_MINUTES, PERIOD_MINUTES, TimeUnit.MINUTES);
    }

    ImageSweeper(ImageWorkshop workshop, CapsuleLibrary library, ModuleRegistry modules, Duration keep, Clock clock) {
        this.workshop = workshop;
        this.library = library;
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
            List<ImageFile> all = workshop.files();
            Instant now = clock.instant();
            outdatedSince.keySet().retainAll(all);
            for (ImageFile file : all) {
                if (!isOutdated(file, all)) {
                    outdatedSince.remove(file);
                } else if (!now.isBefore(
                        outdatedSince.computeIfAbsent(file, fresh -> now).plus(keep))) {
                    workshop.forget(file);
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
        boolean capsuleIsThere = library.find(file.capsule())
                .filter(capsule -> capsule.root().sha256().equals(file.root()))
                .isPresent();
        return !capsuleIsThere || isSuperseded(file, all);
    }

    private boolean isSuperseded(ImageFile file, List<ImageFile> all) {
        List<ModuleIdentity> builders = modules.methods().slots().stream()
                .map(ModuleSlot::identity)
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
