package org.perceus.node;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.ledger.DroppedChanges;

/** Who changed nodes and groups, when, how and why. Thread-safe; calls do not block. */
@ProviderType
public interface NodeHistory {
    /**
     * Changes of the past, newest first. Of a change of many things, a few are told.
     *
     * @param nodes only changes of one of them at least; all when there are none
     * @param before only changes with a lower id
     * @param limit at most so many, 1 to 10,000
     */
    CompletionStage<List<HistoryEntry>> list(Collection<MacAddress> nodes, long before, int limit);

    /** A change with all that it made; empty when there is none with this id. */
    CompletionStage<Optional<HistoryEntry>> find(long id);

    /** The changes that are kept no more; empty when all are. */
    CompletionStage<Optional<DroppedChanges>> dropped();
}
