package org.perceus.ledger.internal.log;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.Change;
import org.perceus.ledger.ChangeSummary;
import org.perceus.ledger.DroppedChanges;
import org.perceus.ledger.Fold;
import org.perceus.ledger.Follower;
import org.perceus.ledger.Ledger;
import org.perceus.ledger.Projection;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.Store;
import org.perceus.ledger.store.Work;

/** The ledger in a store. */
@Component(service = Ledger.class, immediate = true)
public final class StoredLedger implements Ledger {
    private final ChangeLog log = new ChangeLog();
    private final List<AutoCloseable> subscriptions = new ArrayList<>();
    private final Store store;
    private final Clock clock;

    /** Finds the end of the log. */
    @Activate
    public StoredLedger(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    /** @param clock says when changes are made */
    public StoredLedger(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        join(session -> {
            log.load(session);
            return true;
        });
        subscriptions.add(store.afterCommit(log::publish));
        subscriptions.add(store.whenChangedElsewhere(this::catchUp));
    }

    /** Appends nothing any more. */
    @Deactivate
    public void close() throws Exception {
        for (AutoCloseable subscription : subscriptions) {
            subscription.close();
        }
    }

    @Override
    public <S> Projection<S> project(Set<String> topics, S empty, Fold<S> fold) {
        FoldedState<S> state = new FoldedState<>(topics, empty, fold);
        join(session -> {
            log.add(session, state);
            return true;
        });
        return new LogProjection<>(store, log, state, clock);
    }

    @Override
    public CompletionStage<AutoCloseable> follow(long after, Follower receiver) {
        Following follower = new Following(after, receiver);
        return store.submit(new Work<AutoCloseable>() {
            @Override
            public AutoCloseable write(Session session) throws SQLException {
                log.add(session, follower);
                return () -> store.submit(ending -> log.remove(follower));
            }

            @Override
            public void undo() {
                log.remove(follower);
            }
        });
    }

    @Override
    public CompletionStage<List<ChangeSummary>> history(Query query) {
        return store.read(session -> new HistoryTable(session).list(query));
    }

    @Override
    public CompletionStage<Optional<Change>> change(long id) {
        return store.read(session -> new HistoryTable(session).change(id));
    }

    @Override
    public CompletionStage<Optional<DroppedChanges>> dropped() {
        return store.read(session -> new HistoryTable(session).dropped());
    }

    private void catchUp() {
        store.submit(session -> {
            log.catchUp(session);
            return null;
        });
    }

    private void join(Work<Boolean> work) {
        try {
            store.submit(work).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "The ledger cannot be read: " + e.getCause().getMessage(), e);
        }
    }
}
