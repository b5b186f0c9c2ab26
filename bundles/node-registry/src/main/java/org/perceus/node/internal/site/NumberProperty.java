package org.perceus.node.internal.site;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A property that is a whole number.
 *
 * @param key its name
 * @param usual what holds when it is not set, or wrong
 * @param least the lowest value
 * @param most the highest value
 */
public record NumberProperty(String key, int usual, int least, int most) {
    /** One from 1 on. */
    public NumberProperty(String key, int usual, int most) {
        this(key, usual, 1, most);
    }

    /** @param complaints gets a sentence when it is wrong */
    public int read(Map<String, ?> properties, Consumer<String> complaints) {
        String text = Objects.toString(properties.get(key), "").trim();
        if (text.isEmpty()) {
            return usual;
        }
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : least - 1;
        if (number < least || number > most) {
            complaints.accept("'" + text + "' is not a value for " + key + ", " + usual + " is used: write " + least
                    + " to " + most);
            return usual;
        }
        return number;
    }
}
