package org.perceus.provisioning.internal.config;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The numbers of {@link EngineConfig}, read such that a wrong one costs no more than itself. */
enum EngineNumber {
    SCRIPT_LIMIT("scriptLimitKib", 1_024, 65_536),
    NO_WORD("noWordSeconds", 50, 86_400),
    KEEP_FILES("keepFilesHours", 24, 87_600);

    private final String key;
    private final int usual;
    private final int most;

    EngineNumber(String key, int usual, int most) {
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
        problems.accept("etc/" + EngineConfig.PID + ".cfg: " + key + ": '" + text + "' is not a value for it, " + usual
                + " is used: write 1 to " + most);
        return usual;
    }
}
