package org.perceus.vnfs.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.perceus.vnfs.internal.root.Limits;

/**
 * The configuration, checked. Immutable.
 *
 * @param directory absolute folder of everything
 * @param archive how roots are compressed for keeping
 * @param initramfs how roots are compressed for nodes
 * @param limits what a root may have
 * @param grace how long an unused artifact is kept
 */
record VnfsSettings(Path directory, Compression archive, Compression initramfs, Limits limits, Duration grace) {
    private static final String DATA = "karaf.data";
    private static final long GIB = 1L << 30;
    private static final long MOST_GIB = 1L << 20;

    /** @throws IllegalArgumentException with a sentence for the administrator */
    static VnfsSettings of(VnfsConfig config, BundleContext context) {
        String data = Optional.ofNullable(context.getProperty(DATA)).orElse("data");
        Path directory = Path.of(config.directory().replace("${" + DATA + "}", data));
        int workers =
                config.workers() > 0 ? config.workers() : Runtime.getRuntime().availableProcessors();
        require(config.maxRootGib() > 0 && config.maxRootGib() <= MOST_GIB, "maxRootGib must be 1 to " + MOST_GIB);
        require(config.maxEntries() > 0, "maxEntries must be at least 1");
        require(config.sweepGraceMinutes() > 0, "sweepGraceMinutes must be at least 1");
        return new VnfsSettings(
                directory.toAbsolutePath().normalize(),
                new Compression(config.compressionLevel(), workers),
                new Compression(config.initramfsLevel(), workers),
                Limits.of(config.maxRootGib() * GIB, config.maxEntries()),
                Duration.ofMinutes(config.sweepGraceMinutes()));
    }

    /** The same in another folder. */
    VnfsSettings in(Path other) {
        return new VnfsSettings(other, archive, initramfs, limits, grace);
    }

    private static void require(boolean met, String sentence) {
        if (!met) {
            throw new IllegalArgumentException("org.perceus.vnfs: " + sentence);
        }
    }
}
