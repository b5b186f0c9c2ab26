package org.perceus.ledger.internal.log;

import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.perceus.ledger.Author;
import org.perceus.ledger.Decision;
import org.perceus.ledger.Projection;
import org.perceus.ledger.store.Store;

/** A projection of the log. */
final class LogProjection<S> implements Projection<S> {
    private final Store store;
    private final ChangeLog log;
    private final FoldedState<S> state;
    private final Clock clock;

    LogProjection(Store store, ChangeLog log, FoldedState<S> state, Clock clock) {
        this.store = store;
        this.log = log;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public S state() {
        return state.durable();
    }

    @Override
    public <R> CompletionStage<R> append(Decision<S, R> decision, Author author) {
        return store.submit(new Append<>(log, state, decision, author, clock));
    }

    @Override
    public void close() {
        store.submit(session -> {
            log.remove(state);
            return null;
        });
    }
}
