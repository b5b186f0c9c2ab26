package org.perceus.module.internal.config;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The numbers of {@link PlatformConfig}, read such that a wrong one costs no more than itself. */
enum PlatformNumber {
    POLL("pollMs", 1_000, 3_600_000),
    CALL_TIMEOUT("callTimeoutMs", 2_000, 600_000),
    DRAIN("drainSeconds", 600, 604_800),
    BUILDERS("builders", 2, 64),
    BUILD_STALL("buildStallSeconds", 900, 604_800),
    KEEP_IMAGES("keepImagesHours", 24, 87_600);

    private final String key;
    private final int usual;
    private final int most;

    PlatformNumber(String key, int usual, int most) {
        this.key = key;
        this.usual = usual;
        this.most = most;
    }

    /** The key that it is configured by. */
    String key() {
        return key;
    }

    /**
     * Its value; where the configuration is wrong, the default.
     *
     * @param problems gets a sentence with file and key when it is wrong
     */
    int of(Map<String, ?> properties, Consumer<String> problems) {
        String text = Objects.toString(properties.get(key), "").trim();
        if (text.isEmpty()) {
            return usual;
        }
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (number >= 1 && number <= most) {
            return number;
        }
        problems.accept("etc/" + PlatformConfig.PID + ".cfg: " + key + ": '" + text + "' is not a value for it, "
                + usual + " is used: write 1 to " + most);
        return usual;
    }
}
