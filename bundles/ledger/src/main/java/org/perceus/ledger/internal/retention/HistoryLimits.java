package org.perceus.ledger.internal.retention;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Which changes are kept. Immutable.
 *
 * @param age after which one is dropped
 * @param changes how many there are at most
 */
record HistoryLimits(Duration age, long changes) {
    /** The key of the age. */
    static final String DAYS = "historyDays";
    /** The key of the number. */
    static final String CHANGES = "historyChanges";

    private static final int LONGEST_DAYS = 36_500;
    private static final int MOST_CHANGES = 100_000_000;

    /**
     * Reads the configuration; where it is wrong, the default holds.
     *
     * @param complaints gets a sentence for each property that is wrong
     */
    static HistoryLimits read(Map<String, ?> properties, Consumer<String> complaints) {
        return new HistoryLimits(
                Duration.ofDays(number(properties, DAYS, 730, LONGEST_DAYS, complaints)),
                number(properties, CHANGES, 1_000_000, MOST_CHANGES, complaints));
    }

    private static int number(Map<String, ?> properties, String key, int usual, int most, Consumer<String> complaints) {
        String text = Objects.toString(properties.get(key), "").trim();
        if (text.isEmpty()) {
            return usual;
        }
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            complaints.accept(
                    "'" + text + "' is not a value for " + key + ", " + usual + " is used: write 1 to " + most);
            return usual;
        }
        return number;
    }
}
