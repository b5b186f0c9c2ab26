package org.perceus.node.internal.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.DroppedChanges;
import org.perceus.ledger.Ledger;
import org.perceus.ledger.Ledger.Query;
import org.perceus.node.HistoryEntry;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeHistory;
import org.perceus.node.internal.state.Documents;

/** The history as the ledger has it. */
@Component
public final class LedgerHistory implements NodeHistory {
    private static final int SAMPLE = 5;

    private final Ledger ledger;

    @Activate
    public LedgerHistory(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public CompletionStage<List<HistoryEntry>> list(Collection<MacAddress> nodes, long before, int limit) {
        var keys = nodes.stream().map(MacAddress::toString).collect(Collectors.toUnmodifiableSet());
        return ledger.history(new Query(Documents.NODE, keys, before, limit, SAMPLE))
                .thenApply(found -> found.stream()
                        .map(change -> new HistoryEntry(
                                change.id(),
                                change.at(),
                                change.author(),
                                change.things(),
                                Comparison.all(change.sample())))
                        .toList());
    }

    @Override
    public CompletionStage<Optional<HistoryEntry>> find(long id) {
        return ledger.change(id)
                .thenApply(found -> found.map(change -> new HistoryEntry(
                        change.id(),
                        change.at(),
                        change.author(),
                        change.differences().size(),
                        Comparison.all(change.differences()))));
    }

    @Override
    public CompletionStage<Optional<DroppedChanges>> dropped() {
        return ledger.dropped();
    }
}
