package org.perceus.node.internal.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.Store;
import org.perceus.ledger.store.Work;
import org.perceus.node.Boot;
import org.perceus.node.MacAddress;
import org.perceus.node.internal.archive.BootReader;
import org.perceus.node.internal.archive.BootTable;
import org.perceus.node.internal.archive.NodeWrite;
import org.perceus.node.internal.archive.RecentBoots;
import org.perceus.node.internal.archive.Retention;

/** What the journal has on disk, Thread-safe. */
final class JournalDisk {
    private final Store store;
    private final BootReader reader;
    private final Retention retention;
    private final Set<MacAddress> deleted = ConcurrentHashMap.newKeySet();
    private Optional<BootTable> ofTransaction = Optional.empty();
    private long transaction;

    JournalDisk(Store store) {
        this.store = store;
        this.reader = new BootReader(store);
        this.retention = new Retention(store);
    }

    /** @throws IllegalStateException when the database cannot be read */
    RecentBoots load() {
        try {
            return store.submit(session -> new BootTable(session).recent())
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "The boots cannot be read: " + e.getCause().getMessage(), e);
        }
    }

    /**
     * Writes what there is to write of a node then.
     *
     * @param current says on the writer's thread what that is
     * @param written told once it is durable
     */
    CompletionStage<Boolean> save(Supplier<NodeWrite> current, Consumer<NodeWrite> written) {
        return store.submit(session -> {
                    NodeWrite now = current.get();
                    table(session).save(now);
                    return now;
                })
                .thenApply(now -> {
                    written.accept(now);
                    return true;
                });
    }

    /** Forgets nodes; when the disk does not take that, with {@link #deleteLeft}. */
    CompletionStage<Void> delete(Collection<MacAddress> nodes) {
        deleted.addAll(nodes);
        return deleteLeft();
    }

    CompletionStage<Void> deleteLeft() {
        List<MacAddress> now = new ArrayList<>(deleted);
        if (now.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        // other servers delete the same boots at the same time
        return store.submit(Work.<Void>alone(session -> {
                    BootTable table = table(session);
                    for (MacAddress mac : now) {
                        table.delete(mac);
                    }
                    return null;
                }))
                .thenRun(() -> deleted.removeAll(now));
    }

    /** Notes which nodes are silent since when, and which are not any more. */
    CompletionStage<Void> silent(Map<MacAddress, Optional<Instant>> changes) {
        Map<MacAddress, Optional<Instant>> all = new HashMap<>(changes);
        return write(table -> {
            for (Map.Entry<MacAddress, Optional<Instant>> one : all.entrySet()) {
                table.heard(one.getKey(), one.getValue());
            }
        });
    }

    /** Reads boots, as they were written up to now if the disk takes it. */
    CompletionStage<List<Boot>> boots(Optional<Set<MacAddress>> nodes, int limit) {
        return flushed().thenCompose(ignored -> reader.boots(nodes, limit));
    }

    /** Reads the newest boot of each of some nodes, likewise. */
    CompletionStage<List<Boot>> newest(Set<MacAddress> nodes) {
        return flushed().thenCompose(ignored -> reader.newest(nodes));
    }

    private CompletionStage<Boolean> flushed() {
        return write(table -> {}).handle((done, failure) -> failure == null);
    }

    private interface Writing {
        void write(BootTable table) throws SQLException;
    }

    private CompletionStage<Void> write(Writing writing) {
        return store.submit(session -> {
            writing.write(table(session));
            return null;
        });
    }

    /** One for each transaction, on the writer's thread. */
    private BootTable table(Session session) {
        if (transaction != session.transaction() || ofTransaction.isEmpty()) {
            transaction = session.transaction();
            ofTransaction = Optional.of(new BootTable(session));
        }
        return ofTransaction.get();
    }

    void deleteBefore(Instant time) {
        retention.deleteBefore(time);
    }
}
