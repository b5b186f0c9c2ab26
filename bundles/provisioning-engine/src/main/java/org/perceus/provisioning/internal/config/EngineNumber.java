package org.perceus.provisioning.internal.config;

import java.util.Map;
import java.util.function.Consumer;
import org.perceus.module.ConfiguredNumber;

/** The numbers of {@link EngineConfig}. */
enum EngineNumber {
    SCRIPT_LIMIT("scriptLimitKib", 1_024, 65_536),
    NO_WORD("noWordSeconds", 50, 86_400),
    KEEP_FILES("keepFilesHours", 24, 87_600);

    private final ConfiguredNumber number;

    EngineNumber(String key, int usual, int most) {
        this.number = new ConfiguredNumber(EngineConfig.PID, key, usual, most);
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
