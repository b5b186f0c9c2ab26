package org.perceus.ledger.store;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** A database: one writer, and one flush to disk for all works that wait for it. Thread-safe. */
@ProviderType
public interface Store {
    /**
     * Queues a work; never blocks.
     *
     * @return completes when the work is durable, on a thread of the store; fails when the store does, and with a
     *     {@link StoreBusyException} when too many works are waiting
     */
    <T> CompletionStage<T> submit(Work<T> work);

    /**
     * Reads what is durable, beside the writer, and writes nothing; never blocks.
     *
     * @return completes on a thread of the store; fails as {@link #submit} does
     */
    <T> CompletionStage<T> read(Work<T> reading);

    /** Runs on the store's thread whenever works became durable, before their stages complete; closes by the result. */
    AutoCloseable afterCommit(Runnable publisher);

    /** Runs, on any thread, when another container may have changed the database; closes by the result. */
    AutoCloseable whenChangedElsewhere(Runnable listener);
}
