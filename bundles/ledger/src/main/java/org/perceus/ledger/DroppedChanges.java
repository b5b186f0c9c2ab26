package org.perceus.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Changes that are kept no more: they can be neither read nor undone. What they made of things stays.
 *
 * @param newest the id of the newest of them
 * @param until when that one was made
 * @param limit the key of the configuration that dropped it
 */
public record DroppedChanges(long newest, Instant until, String limit) {
    /** That they are gone, as a sentence without its end. */
    public String sentence() {
        return "changes up to " + until.truncatedTo(ChronoUnit.SECONDS) + " were dropped by " + limit
                + " (etc/org.perceus.ledger.cfg)";
    }
}
