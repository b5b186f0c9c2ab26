package org.perceus.ledger;

import java.time.Instant;
import java.util.List;

/**
 * An entry of the ledger in a list.
 *
 * @param id its place in the log
 * @param at when it was decided, in milliseconds
 * @param author who made it
 * @param things how many things it changed
 * @param sample what it made of some of them, of those that were asked for first
 */
public record ChangeSummary(long id, Instant at, Author author, int things, List<Difference> sample) {
    /** Copies the list. */
    public ChangeSummary {
        sample = List.copyOf(sample);
    }
}
