package org.perceus.node.internal.store;

import java.util.concurrent.CompletionStage;

/** Keeps the registry on disk: one writer, and one flush to disk for all works that wait for it. Thread-safe. */
public interface RegistryStore {
    /**
     * Queues a work; never blocks.
     *
     * @return completes when the work is durable, on a thread of the store; fails when the store does, and with a
     *     {@link StoreBusyException} when too many works are waiting
     */
    <T> CompletionStage<T> submit(Work<T> work);

    /** Runs on the store's thread whenever works became durable, before their stages complete; closes by the result. */
    AutoCloseable afterCommit(Runnable publisher);
}
