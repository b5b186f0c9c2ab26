package org.perceus.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perceus.ledger.Author;

/**
 * A change of the past.
 *
 * @param id by which it is undone
 * @param at when it was made
 * @param author who made it, by what and why
 * @param things how many nodes and groups it changed
 * @param altered what it made of them, or of some of them
 */
public record HistoryEntry(long id, Instant at, Author author, int things, List<Altered> altered) {
    /** Copies the list. */
    public HistoryEntry {
        altered = List.copyOf(altered);
    }

    /**
     * What a change made of a node or a group.
     *
     * @param kind {@code node} or {@code group}
     * @param name what it is called after the change, or was called before it went
     * @param mac of a node
     * @param fate what became of it
     * @param values what differs, in the order of the keys
     */
    public record Altered(String kind, Name name, Optional<MacAddress> mac, Fate fate, List<AlteredValue> values) {
        /** Copies the list. */
        public Altered {
            values = List.copyOf(values);
        }
    }

    /** What can become of a node or a group. */
    public enum Fate {
        /** It was not there before. */
        ADDED,
        /** It was there before and after. */
        CHANGED,
        /** It is not there any more. */
        DELETED
    }

    /**
     * A value that a change gave or took.
     *
     * @param key {@code name}, {@code group}, {@code address}, {@code approved}, or the key of a setting
     * @param before empty when there was none
     * @param after empty when there is none
     */
    public record AlteredValue(String key, Optional<String> before, Optional<String> after) {}
}
