package org.perceus.ledger;

import java.util.Objects;
import java.util.Optional;

/**
 * What a change made of one thing.
 *
 * @param topic what kind of thing it is, such as {@code node}
 * @param key which of them it is, such as a MAC address
 * @param before how it was, as the text of its room; empty when it is new
 * @param after how it is; empty when it is gone
 */
public record Difference(String topic, String key, Optional<String> before, Optional<String> after) {
    /** Refuses nulls. */
    public Difference {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** What takes it back. */
    public Difference reversed() {
        return new Difference(topic, key, after, before);
    }
}
