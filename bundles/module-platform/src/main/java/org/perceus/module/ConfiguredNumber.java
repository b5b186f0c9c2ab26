package org.perceus.module;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A whole number in a configuration, read such that a wrong one costs no more than itself. Immutable.
 *
 * @param pid of the configuration
 * @param key its name there
 * @param usual what holds when it is not set, or wrong
 * @param most the highest value; the lowest is 1
 */
public record ConfiguredNumber(String pid, String key, int usual, int most) {
    /**
     * Its value; where the configuration is wrong, the default.
     *
     * @param problems gets a sentence with file and key when it is wrong
     */
    public int of(Map<String, ?> properties, Consumer<String> problems) {
        String text = Objects.toString(properties.get(key), "").trim();
        if (text.isEmpty()) {
            return usual;
        }
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (number >= 1 && number <= most) {
            return number;
        }
        problems.accept("etc/" + pid + ".cfg: " + key + ": '" + text + "' is not a value for it, " + usual
                + " is used: write 1 to " + most);
        return usual;
    }
}
