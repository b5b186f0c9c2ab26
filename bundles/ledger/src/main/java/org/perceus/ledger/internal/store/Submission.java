package org.perceus.ledger.internal.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.Work;

/** A work on its way through the store. */
final class Submission<T> {
    private final Work<T> work;
    private final CompletableFuture<T> reply = new CompletableFuture<>();
    private T value;
    private Throwable failure;

    Submission(Work<T> work) {
        this.work = work;
    }

    /** For the caller: it can be completed by the store alone. */
    CompletionStage<T> stage() {
        return reply.minimalCompletionStage();
    }

    boolean isDeferred() {
        return work.isDeferred();
    }

    boolean isAlone() {
        return work.isAlone();
    }

    void write(Session session) throws SQLException {
        value = work.write(session);
    }

    /** Takes back what the work did; the first reason stands. */
    void fail(Throwable why) {
        if (failure == null) {
            failure = why;
            work.undo();
        }
    }

    /** Fails without taking anything back. */
    void giveUp(Throwable why) {
        if (failure == null) {
            failure = why;
        }
    }

    void reply() {
        if (failure == null) {
            reply.complete(value);
        } else {
            reply.completeExceptionally(failure);
        }
    }
}
