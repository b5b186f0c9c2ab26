package org.perceus.node.internal.operation;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.perceus.node.operation.Operation;

/** What runs on this server, and the newest of what ended. Thread-safe. */
final class OperationMemory {
    /** How many are kept that ended. */
    static final int ENDED = 100;

    private final NavigableMap<Long, TrackedOperation> open = new TreeMap<>();
    private final NavigableMap<Long, Operation> ended = new TreeMap<>();

    synchronized void begun(TrackedOperation operation) {
        open.put(operation.id(), operation);
    }

    /** It is over, and on disk as it ended. */
    synchronized void settled(Operation operation) {
        open.remove(operation.id());
        ended.put(operation.id(), operation);
        if (ended.size() > ENDED) {
            ended.pollFirstEntry();
        }
    }

    /** Those that run, or are not on disk as they ended. */
    synchronized Collection<TrackedOperation> open() {
        return List.copyOf(open.values());
    }

    synchronized Optional<Operation> find(long id) {
        return Optional.ofNullable(open.get(id))
                .map(TrackedOperation::snapshot)
                .or(() -> Optional.ofNullable(ended.get(id)));
    }

    /** All of them, newest first. */
    synchronized List<Operation> newestFirst() {
        NavigableMap<Long, Operation> all = new TreeMap<>(ended);
        open.forEach((id, operation) -> all.put(id, operation.snapshot()));
        return List.copyOf(all.descendingMap().values());
    }

    /** Operations, each as it is in memory if it is there, and those that run here, newest first. */
    List<Operation> over(List<Operation> read) {
        NavigableMap<Long, Operation> all = new TreeMap<>();
        read.forEach(operation -> all.put(operation.id(), operation));
        open().forEach(operation -> all.put(operation.id(), operation.snapshot().inShort()));
        return List.copyOf(all.descendingMap().values());
    }
}
