package org.perceus.administration;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.HistoryEntry;

/** What was changed of nodes and groups, and how to take it back. Thread-safe; calls block. */
@ProviderType
public interface HistoryDeeds {
    /** The most changes that can be listed at a time. */
    int LONGEST = 10_000;

    /**
     * Changes of the past, newest first. Of a change of many nodes, a few are told.
     *
     * @param nodes words that name nodes, of which each change concerns one at least; a MAC may be that of a node that is
     *     gone; no words for all changes
     * @param before only changes with a lower id
     * @param limit at most so many, 1 to {@value #LONGEST}
     * @return at its end with a remark when there were older ones, which are kept no more
     */
    Outcome<List<HistoryEntry>> list(Administrator who, List<String> nodes, long before, int limit)
            throws InterruptedException;

    /** A change with all that it made. */
    Outcome<HistoryEntry> show(Administrator who, long id) throws InterruptedException;

    /**
     * Makes of nodes and groups what they were before a change; refused when one of them was changed again since.
     *
     * @return the change that is undone
     */
    Outcome<HistoryEntry> undo(Administrator who, long id, boolean dryRun) throws InterruptedException;
}
