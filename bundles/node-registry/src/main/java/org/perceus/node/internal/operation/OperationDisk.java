package org.perceus.node.internal.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.perceus.ledger.store.Store;
import org.perceus.ledger.store.Work;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.OperationKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is on disk of operations. Thread-safe. */
final class OperationDisk {
    private static final Logger LOG = LoggerFactory.getLogger(OperationDisk.class);

    private final Store store;
    private final String server;
    private final OperationNumbers numbers;
    private final OperationRetention retention;

    OperationDisk(Store store, String server) {
        this.store = store;
        this.server = server;
        this.numbers = new OperationNumbers(store);
        this.retention = new OperationRetention(store);
    }

    /**
     * Ends what this server had under way.
     *
     * @return the newest that ended, with their steps
     * @throws IllegalStateException when the database cannot be used
     */
    List<Operation> begin(int limit) {
        try {
            return store.submit(Work.alone(session -> {
                        OperationTable table = new OperationTable(session);
                        int lost = table.endLost(server);
                        if (lost > 0) {
                            LOG.warn("{} operations ended with the container: 'perceus operation list'", lost);
                        }
                        numbers.begin(session);
                        List<Operation> ended = new ArrayList<>();
                        for (Operation one : table.newest(Optional.empty(), false, limit)) {
                            table.find(one.id())
                                    .filter(whole -> whole.end().isPresent())
                                    .ifPresent(ended::add);
                        }
                        return ended;
                    }))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "The operations cannot be read: " + e.getCause().getMessage(), e);
        }
    }

    OptionalLong number() {
        return numbers.take();
    }

    /** Writes an operation as it is then; completes with what was written. */
    CompletionStage<Operation> save(TrackedOperation operation) {
        return store.submit(session -> {
                    Operation now = operation.toWrite();
                    new OperationTable(session).save(now, server, operation.firstToWrite());
                    return now;
                })
                .whenComplete((written, failure) -> {
                    if (failure == null) {
                        operation.written(written.steps().size());
                    } else {
                        operation.refused();
                    }
                });
    }

    /** As they were written up to now, if the disk takes it. */
    CompletionStage<List<Operation>> newest(Optional<OperationKind> kind, boolean running, int limit) {
        return flushed()
                .thenCompose(
                        ignored -> store.read(session -> new OperationTable(session).newest(kind, running, limit)));
    }

    CompletionStage<Optional<Operation>> find(long id) {
        return flushed().thenCompose(ignored -> store.read(session -> new OperationTable(session).find(id)));
    }

    void delete(Instant before, int keep) {
        retention.delete(before, keep);
    }

    private CompletionStage<Boolean> flushed() {
        return store.submit(session -> true).handle((done, failure) -> failure == null);
    }
}
