package org.perceus.node;

import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * What is wrong with one entry of a list of nodes. Immutable.
 *
 * @param entry its place in the list, counted from 1
 * @param reason what is wrong, as a sentence, which ends with the twin if there is one
 * @param twin place of an earlier entry that has the same
 */
public record Objection(int entry, String reason, OptionalInt twin) {
    /** Concerns the entry alone. */
    public Objection(int entry, String reason) {
        this(entry, reason, OptionalInt.empty());
    }

    /**
     * The sentence.
     *
     * @param place what to call an entry, such as {@code line 3}
     */
    public String text(IntFunction<String> place) {
        return reason + (twin.isPresent() ? " " + place.apply(twin.getAsInt()) + " already" : "");
    }
}
