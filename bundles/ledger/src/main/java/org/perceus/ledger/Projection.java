package org.perceus.ledger;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A state that is folded from the changes of some topics. Thread-safe.
 *
 * @param <S> the state: immutable, so that whoever reads it needs no lock
 */
@ProviderType
public interface Projection<S> extends AutoCloseable {
    /** The newest durable state: one volatile read. */
    S state();

    /**
     * Decides on the newest state, also with what others appended to a shared database, and appends the outcome.
     *
     * @return completes on a thread of the ledger when the change is durable and in {@link #state}; fails when the database
     *     does, and with a {@link org.perceus.ledger.store.StoreBusyException} when too many changes wait for it
     */
    <R> CompletionStage<R> append(Decision<S, R> decision, Author author);

    /** Decides on the newest durable state, on the caller's thread, and appends nothing. */
    default <R> R dryRun(Decision<S, R> decision) {
        return decision.decide(state()).result();
    }

    /** No longer folds changes. */
    @Override
    void close();
}
