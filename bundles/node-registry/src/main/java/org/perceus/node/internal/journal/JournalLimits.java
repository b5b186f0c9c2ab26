package org.perceus.node.internal.journal;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.perceus.node.internal.site.NumberProperty;

/**
 * What the site's configuration says of boots. Immutable.
 *
 * @param boots how many boots of a node are kept
 * @param age after which a boot that is not its node's newest is deleted
 * @param silentSettled for how long a ready or waiting node may be silent
 * @param silentUnderWay for how long a node on its way may be silent
 * @param loopBoots how many boots in a row without ready are a loop
 * @param loopWindow the time within which they are
 */
public record JournalLimits(
        int boots, Duration age, Duration silentSettled, Duration silentUnderWay, int loopBoots, Duration loopWindow) {
    private static final int MOST_BOOTS = 1_000;
    private static final int LONGEST_DAYS = 36_500;
    private static final int LONGEST_SECONDS = 31_536_000;

    /**
     * Reads the configuration; where it is wrong, the default holds.
     *
     * @param complaints gets a sentence for each property that is wrong
     */
    public static JournalLimits read(Map<String, ?> properties, Consumer<String> complaints) {
        return new JournalLimits(
                number(properties, "bootsPerNode", 10, MOST_BOOTS, complaints),
                Duration.ofDays(number(properties, "bootDays", 365, LONGEST_DAYS, complaints)),
                Duration.ofSeconds(number(properties, "silentAfterSeconds", 180, LONGEST_SECONDS, complaints)),
                Duration.ofSeconds(number(properties, "silentBootSeconds", 600, LONGEST_SECONDS, complaints)),
                number(properties, "loopBoots", 5, MOST_BOOTS, complaints),
                Duration.ofSeconds(number(properties, "loopSeconds", 3_600, LONGEST_SECONDS, complaints)));
    }

    private static int number(Map<String, ?> properties, String key, int usual, int most, Consumer<String> complaints) {
        return new NumberProperty(key, usual, most).read(properties, complaints);
    }
}
