package org.perceus.ledger.internal.store;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.perceus.ledger.store.StoreBusyException;
import org.perceus.ledger.store.Work;

/** Reads beside the writer, one reading after the other, each by a connection of its own. */
final class ReaderThread {
    private static final int WAITING = 1_024;
    private static final int IDLE_SECONDS = 10;

    private final Database database;
    private final ThreadPoolExecutor thread;

    ReaderThread(Database database) {
        this.database = database;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                task -> new Thread(task, "perceus-ledger-reader"));
        thread.allowCoreThreadTimeOut(true);
    }

    <T> CompletionStage<T> submit(Work<T> reading) {
        CompletableFuture<T> reply = new CompletableFuture<>();
        try {
            thread.execute(() -> read(reading, reply));
            return reply.minimalCompletionStage();
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(
                    thread.isShutdown()
                            ? new IllegalStateException("The ledger is closed")
                            : new StoreBusyException(WAITING));
        }
    }

    void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
    }

    private <T> void read(Work<T> reading, CompletableFuture<T> reply) {
        try {
            JdbcSession session = new JdbcSession(database.openReader());
            try {
                reply.complete(reading.write(session));
            } finally {
                session.close();
            }
        } catch (SQLException | RuntimeException | Error e) {
            reply.completeExceptionally(e);
        }
    }
}
