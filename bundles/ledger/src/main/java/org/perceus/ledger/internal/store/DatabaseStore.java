package org.perceus.ledger.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.perceus.ledger.store.Store;
import org.perceus.ledger.store.StoreBusyException;
import org.perceus.ledger.store.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store over a database: a bounded queue before one thread that owns the connection. */
public final class DatabaseStore implements Store {
    /** How many works may wait. */
    public static final int WAITING = 32_768;

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseStore.class);
    private static final int GROUP = 4_096;
    private static final int REPLY_GROUPS = 64;
    private static final int STOP_SECONDS = 10;

    private final Submission<Void> stop = new Submission<>(session -> null);
    private final BlockingQueue<Submission<?>> queue;
    private final List<Runnable> publishers = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Database database;
    private final ReaderThread reader;
    private final ExecutorService replies;
    private final GroupCommit groups;
    private final AutoCloseable watch;
    private final Thread writer;
    private final Object gate = new Object();
    private boolean closed;

    /**
     * Opens a database, which is closed with the store.
     *
     * @param waiting how many works may wait
     * @throws SQLException when it cannot be opened
     */
    public DatabaseStore(Database database, int waiting) throws SQLException {
        this.database = database;
        this.queue = new ArrayBlockingQueue<>(waiting);
        this.groups = new GroupCommit(database, () -> runAll(publishers));
        this.replies = replyThread();
        this.reader = new ReaderThread(database);
        this.watch = database.watch(() -> runAll(listeners));
        this.writer = new Thread(this::write, "perceus-ledger-writer");
        writer.start();
    }

    /** One thread, and the writer itself when that is far behind. */
    private static ExecutorService replyThread() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(REPLY_GROUPS),
                task -> new Thread(task, "perceus-ledger-replies"),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @Override
    public <T> CompletionStage<T> submit(Work<T> work) {
        Submission<T> submission = new Submission<>(work);
        synchronized (gate) {
            if (closed) {
                return CompletableFuture.failedStage(new IllegalStateException("The ledger is closed"));
            }
            if (!queue.offer(submission)) {
                return CompletableFuture.failedStage(new StoreBusyException(queue.size()));
            }
        }
        return submission.stage();
    }

    @Override
    public <T> CompletionStage<T> read(Work<T> reading) {
        return reader.submit(reading);
    }

    @Override
    public AutoCloseable afterCommit(Runnable publisher) {
        publishers.add(publisher);
        return () -> publishers.remove(publisher);
    }

    @Override
    public AutoCloseable whenChangedElsewhere(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Writes what waits, then closes the database. */
    public void close() throws InterruptedException {
        synchronized (gate) {
            if (closed) {
                return;
            }
            closed = true;
        }
        closeWatch();
        reader.close();
        if (!queue.offer(stop, STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.error("The ledger's database takes no changes, those that wait are given up");
            writer.interrupt();
        }
        writer.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        replies.shutdown();
        if (!replies.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Someone who waited for a change does not return");
        }
        database.close();
    }

    private void write() {
        List<Submission<?>> group = new ArrayList<>();
        try {
            while (!group.contains(stop)) {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
                write(List.copyOf(group));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            groups.close();
        }
    }

    private void write(List<Submission<?>> group) {
        try {
            groups.write(group);
        } catch (RuntimeException | Error e) {
            // nobody would wake those who wait if the writer ended
            LOG.error("Writing changes failed, they are given up", e);
            group.forEach(work -> work.giveUp(e));
        }
        replies.execute(() -> group.forEach(Submission::reply));
    }

    private void closeWatch() {
        try {
            watch.close();
        } catch (Exception e) {
            LOG.warn("Closing what listens to the ledger's database failed: {}", e.getMessage());
        }
    }

    private static void runAll(List<Runnable> tasks) {
        for (Runnable task : tasks) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("Changes are on disk, but were not published", e);
            }
        }
    }
}
