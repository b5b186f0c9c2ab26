package org.perceus.ledger;

import java.time.Instant;
import java.util.List;

/**
 * An entry of the ledger.
 *
 * @param id its place in the log, from 1 on without gaps
 * @param at when it was decided, in milliseconds
 * @param author who made it
 * @param differences what it made of each thing, at most one for each
 */
public record Change(long id, Instant at, Author author, List<Difference> differences) {
    /** Copies the list. */
    public Change {
        differences = List.copyOf(differences);
    }
}
