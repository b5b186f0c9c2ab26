package org.perceus.node.internal.operation;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.perceus.node.internal.site.NumberProperty;

/**
 * How long operations are kept. Immutable.
 *
 * @param age after which one is deleted
 * @param kept how many there are at most
 */
record OperationLimits(Duration age, int kept) {
    private static final NumberProperty DAYS = new NumberProperty("operationDays", 365, 36_500);
    private static final NumberProperty KEPT = new NumberProperty("operationsKept", 10_000, 1_000_000);

    /**
     * Reads the configuration; where it is wrong, the default holds.
     *
     * @param complaints gets a sentence for each property that is wrong
     */
    static OperationLimits read(Map<String, ?> properties, Consumer<String> complaints) {
        return new OperationLimits(
                Duration.ofDays(DAYS.read(properties, complaints)), KEPT.read(properties, complaints));
    }
}
