package org.perceus.node.internal.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store within the container: a bounded queue before one thread that owns the connection. */
@Component(service = RegistryStore.class, configurationPid = "org.perceus.node")
public final class EmbeddedStore implements RegistryStore {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final int WAITING = 32_768;
    private static final int GROUP = 4_096;
    private static final int REPLY_GROUPS = 64;
    private static final int STOP_SECONDS = 10;

    private final Ticket<Void> stop = new Ticket<>(session -> null);
    private final BlockingQueue<Ticket<?>> queue;
    private final List<Runnable> publishers = new CopyOnWriteArrayList<>();
    private final ExecutorService replies;
    private final GroupCommit groups;
    private final Thread writer;
    private final Object gate = new Object();
    private boolean closed;

    /** Opens the database that the configuration names, below the container's data folder. */
    @Activate
    public EmbeddedStore(BundleContext context, Map<String, Object> properties) {
        this(new SqliteDatabase(file(context, properties)), replyThread(), WAITING);
    }

    /**
     * Opens a database.
     *
     * @param replies runs what the callers do next; shut down by {@link #close}
     * @param waiting how many works may wait
     * @throws IllegalStateException when it cannot be opened
     */
    public EmbeddedStore(ConnectionSource database, ExecutorService replies, int waiting) {
        this.queue = new ArrayBlockingQueue<>(waiting);
        this.replies = replies;
        try {
            this.groups = new GroupCommit(database, () -> publishers.forEach(Runnable::run));
        } catch (SQLException e) {
            replies.shutdown();
            throw new IllegalStateException(
                    "The registry's database " + database + " cannot be opened: " + e.getMessage(), e);
        }
        this.writer = new Thread(this::write, "perceus-registry-writer");
        writer.start();
    }

    /** One thread, and the writer itself when that is far behind. */
    public static ExecutorService replyThread() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(REPLY_GROUPS),
                task -> new Thread(task, "perceus-registry-replies"),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @Override
    public <T> CompletionStage<T> submit(Work<T> work) {
        Ticket<T> ticket = new Ticket<>(work);
        synchronized (gate) {
            if (closed) {
                return CompletableFuture.failedStage(new IllegalStateException("The registry is closed"));
            }
            if (!queue.offer(ticket)) {
                return CompletableFuture.failedStage(new StoreBusyException(queue.size()));
            }
        }
        return ticket.stage();
    }

    @Override
    public AutoCloseable afterCommit(Runnable publisher) {
        publishers.add(publisher);
        return () -> publishers.remove(publisher);
    }

    @Modified
    void modified(BundleContext context, Map<String, Object> properties) {
        LOG.debug("Another database is used from the next start on: {}", file(context, properties));
    }

    /** Writes what waits, then closes the database. */
    @Deactivate
    public void close() throws InterruptedException {
        synchronized (gate) {
            closed = true;
        }
        if (!queue.offer(stop, STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.error("The registry's database takes no changes, those that wait are given up");
            writer.interrupt();
        }
        writer.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        replies.shutdown();
        if (!replies.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Someone who waited for a change of the registry does not return");
        }
    }

    private void write() {
        List<Ticket<?>> group = new ArrayList<>();
        try {
            while (!group.contains(stop)) {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
                groups.write(group);
                List<Ticket<?>> written = List.copyOf(group);
                replies.execute(() -> written.forEach(Ticket::reply));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            groups.close();
        }
    }

    private static Path file(BundleContext context, Map<String, Object> properties) {
        String data = Optional.ofNullable(context.getProperty("karaf.data")).orElse("data");
        return Path.of(data).resolve(Objects.toString(properties.get("database"), "registry/registry.db"));
    }
}
