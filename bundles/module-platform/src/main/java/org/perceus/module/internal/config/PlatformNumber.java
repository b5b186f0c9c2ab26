package org.perceus.module.internal.config;

import java.util.Map;
import java.util.function.Consumer;
import org.perceus.module.ConfiguredNumber;

/** The numbers of {@link PlatformConfig}. */
enum PlatformNumber {
    POLL("pollMs", 1_000, 3_600_000),
    CALL_TIMEOUT("callTimeoutMs", 2_000, 600_000),
    DRAIN("drainSeconds", 600, 604_800),
    BUILDERS("builders", 2, 64),
    BUILD_STALL("buildStallSeconds", 900, 604_800),
    KEEP_IMAGES("keepImagesHours", 24, 87_600);

    private final ConfiguredNumber number;

    PlatformNumber(String key, int usual, int most) {
        this.number = new ConfiguredNumber(PlatformConfig.PID, key, usual, most);
    }

    /** The key that it is configured by. */
    String key() {
        return number.key();
    }

    /**
     * Its value; where the configuration is wrong, the default.
     *
     * @param problems gets a sentence with file and key when it is wrong
     */
    int of(Map<String, ?> properties, Consumer<String> problems) {
        return number.of(properties, problems);
    }
}
