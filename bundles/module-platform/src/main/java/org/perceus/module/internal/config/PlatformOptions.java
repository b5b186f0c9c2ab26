package org.perceus.module.internal.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The configuration at one moment. Immutable.
 *
 * @param folder where modules are put
 * @param directory where the list of images is
 * @param poll time between two looks at the folder
 * @param callTimeout how long a call of a module may take
 * @param drain how long a module that is to leave may be in use
 * @param builders how many images are built at once
 * @param buildStall how long a build may be without progress
 * @param keepImages how long an image is kept that no node can get
 * @param problems what is wrong in it, in one sentence each
 */
public record PlatformOptions(
        Path folder,
        Path directory,
        Duration poll,
        Duration callTimeout,
        Duration drain,
        int builders,
        Duration buildStall,
        Duration keepImages,
        List<String> problems) {
    /** Reads it: what is wrong has its default. */
    static PlatformOptions of(PlatformConfig config, Map<String, ?> properties) {
        List<String> problems = new ArrayList<>();
        return new PlatformOptions(
                inBase(config.folder()),
                config.directory().isBlank()
                        ? Path.of(System.getProperty("karaf.data", "data"), "module")
                        : inBase(config.directory()),
                Duration.ofMillis(PlatformNumber.POLL.of(properties, problems::add)),
                Duration.ofMillis(PlatformNumber.CALL_TIMEOUT.of(properties, problems::add)),
                Duration.ofSeconds(PlatformNumber.DRAIN.of(properties, problems::add)),
                PlatformNumber.BUILDERS.of(properties, problems::add),
                Duration.ofSeconds(PlatformNumber.BUILD_STALL.of(properties, problems::add)),
                Duration.ofHours(PlatformNumber.KEEP_IMAGES.of(properties, problems::add)),
                List.copyOf(problems));
    }

    /** The same with other folders. */
    PlatformOptions in(Path otherFolder, Path otherDirectory) {
        return new PlatformOptions(
                otherFolder, otherDirectory, poll, callTimeout, drain, builders, buildStall, keepImages, problems);
    }

    private static Path inBase(String folder) {
        return Path.of(System.getProperty("karaf.base", "")).resolve(folder);
    }
}
