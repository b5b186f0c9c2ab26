package org.perceus.administration.internal.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.HistoryDeeds;
import org.perceus.administration.NodeFinder;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.deed.Completion;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.ledger.DroppedChanges;
import org.perceus.node.HistoryEntry;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;

/** Reads what was changed, and takes it back. */
@Component
public final class LedgerHistoryDeeds implements HistoryDeeds {
    private static final String UNREADABLE = "the history could not be read";

    private final DeedRunner runner;
    private final NodeParts parts;

    /** Created by the container. */
    @Activate
    public LedgerHistoryDeeds(@Reference DeedRunner runner, @Reference NodeParts parts) {
        this.runner = runner;
        this.parts = parts;
    }

    @Override
    public Outcome<List<HistoryEntry>> list(Administrator who, List<String> nodes, long before, int limit)
            throws InterruptedException {
        return runner.run(who, () -> {
            if (limit < 1 || limit > LONGEST) {
                return Outcome.misused("a history has 1 to " + LONGEST + " changes: " + limit + " cannot be listed");
            }
            return macs(nodes)
                    .then(macs -> Completion.of(parts.history().list(macs, before, limit), UNREADABLE))
                    .then(found -> found.size() < limit ? withDropped(found) : Outcome.done(found));
        });
    }

    @Override
    public Outcome<HistoryEntry> show(Administrator who, long id) throws InterruptedException {
        return runner.run(who, () -> find(id));
    }

    @Override
    public Outcome<HistoryEntry> undo(Administrator who, long id, boolean dryRun) throws InterruptedException {
        return runner.run(who, () -> find(id).then(entry ->
                Transaction.changed(parts.admin(dryRun).undo(id, who.author())).then(nodes -> Outcome.done(entry))));
    }

    private Outcome<HistoryEntry> find(long id) throws InterruptedException {
        return Completion.of(parts.history().find(id), UNREADABLE)
                .then(found -> found.isPresent() ? Outcome.done(found.get()) : missing(id));
    }

    private Outcome<HistoryEntry> missing(long id) throws InterruptedException {
        return dropped()
                .then(dropped -> Outcome.refused(dropped.filter(gone -> id > 0 && id <= gone.newest())
                        .map(gone -> "change " + id + " is kept no more: " + gone.sentence())
                        .orElse("there is no change " + id + ": 'perceus history' lists those that there are")));
    }

    /** The end of the history, with the remark that there was more. */
    private Outcome<List<HistoryEntry>> withDropped(List<HistoryEntry> found) throws InterruptedException {
        return dropped()
                .then(dropped -> new Outcome.Done<>(
                        found, dropped.map(DroppedChanges::sentence).stream().toList()));
    }

    private Outcome<Optional<DroppedChanges>> dropped() throws InterruptedException {
        return Completion.of(parts.history().dropped(), UNREADABLE);
    }

    /** The machines that words name; those that are gone can be named by their MACs alone. */
    private Outcome<List<MacAddress>> macs(List<String> words) throws InterruptedException {
        List<MacAddress> macs = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String word : words) {
            Optional<MacAddress> mac = mac(word);
            mac.ifPresent(macs::add);
            if (mac.isEmpty()) {
                others.add(word);
            }
        }
        if (others.isEmpty()) {
            return Outcome.done(macs);
        }
        return new NodeFinder(parts.snapshot()).toShow(others).then(found -> {
            found.stream().map(Node::mac).forEach(macs::add);
            return Outcome.done(macs);
        });
    }

    private static Optional<MacAddress> mac(String word) {
        try {
            return Optional.of(MacAddress.parse(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
