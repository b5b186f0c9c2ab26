package org.perceus.node.internal.stranger;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.perceus.node.internal.site.NumberProperty;

/**
 * What the site says of strangers. Immutable.
 *
 * @param lease for how long they have an address
 * @param perSecond how many begin to have one in a second, on a network
 */
record LeaseRules(Duration lease, int perSecond) {
    /** How many may begin at once, after a time of silence, in seconds of their rate. */
    static final int BURST_SECONDS = 10;

    private static final NumberProperty SECONDS = new NumberProperty("strangerLeaseSeconds", 3_600, 60, 604_800);
    private static final NumberProperty PER_SECOND = new NumberProperty("strangersPerSecond", 2_000, 1_000_000);

    /** @param complaints gets a sentence for each property that is wrong, of which the usual value holds */
    static LeaseRules read(Map<String, ?> properties, Consumer<String> complaints) {
        return new LeaseRules(
                Duration.ofSeconds(SECONDS.read(properties, complaints)), PER_SECOND.read(properties, complaints));
    }
}
