package org.perceus.node.internal.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A work on its way through the store. */
final class Ticket<T> {
    private final Work<T> work;
    private final CompletableFuture<T> reply = new CompletableFuture<>();
    private T value;
    private Throwable failure;

    Ticket(Work<T> work) {
        this.work = work;
    }

    /** For the caller: it can be completed by the store alone. */
    CompletionStage<T> stage() {
        return reply.minimalCompletionStage();
    }

    void write(Session session) throws SQLException {
        value = work.write(session);
    }

    void fail(Throwable why) {
        if (failure == null) {
            failure = why;
            work.undo();
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
