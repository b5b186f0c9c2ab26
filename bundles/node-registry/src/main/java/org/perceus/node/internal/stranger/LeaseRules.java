package org.perceus.node.internal.stranger;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the site says of strangers. Immutable.
 *
 * @param lease for how long they have an address
 * @param perSecond how many begin to have one in a second, on a network
 */
record LeaseRules(Duration lease, int perSecond) {
    /** How many may begin at once, after a time of silence, in seconds of their rate. */
    static final int BURST_SECONDS = 10;

    private static final LeaseRules USUAL = new LeaseRules(Duration.ofHours(1), 2_000);

    /** @param complaints gets a sentence for each property that is wrong, of which the usual value holds */
    static LeaseRules read(Map<String, ?> properties, Consumer<String> complaints) {
        return new LeaseRules(
                Duration.ofSeconds(number(
                        properties, "strangerLeaseSeconds", 60, 604_800, (int) USUAL.lease.toSeconds(), complaints)),
                number(properties, "strangersPerSecond", 1, 1_000_000, USUAL.perSecond, complaints));
    }

    private static int number(
            Map<String, ?> properties, String key, int least, int most, int usual, Consumer<String> complaints) {
        String text = Objects.toString(properties.get(key), "").trim();
        if (text.isEmpty()) {
            return usual;
        }
        if (text.matches("\\d{1,7}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        complaints.accept(
                key + ": '" + text + "' is no number from " + least + " to " + most + ", so " + usual + " holds");
        return usual;
    }
}
