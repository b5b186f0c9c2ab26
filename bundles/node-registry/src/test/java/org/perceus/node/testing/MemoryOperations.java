package org.perceus.node.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.perceus.ledger.Author;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.Operation.End;
import org.perceus.node.operation.Operation.Step;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.Operations;
import org.perceus.node.operation.RunningOperation;

/** Operations that leave no thread and no file behind; their clock stands still. */
public final class MemoryOperations implements Operations {
    public static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final TreeMap<Long, Operation> all = new TreeMap<>();

    @Override
    public synchronized RunningOperation begin(OperationKind kind, String subject, Author author) {
        long id = all.size() + 1;
        all.put(id, new Operation(id, kind, subject, author, AT, List.of(), OptionalInt.empty(), Optional.empty()));
        return new MemoryOperation(id);
    }

    @Override
    public synchronized List<Operation> recent() {
        return List.copyOf(all.descendingMap().values());
    }

    @Override
    public CompletionStage<List<Operation>> list(Optional<OperationKind> kind, boolean running, int limit) {
        return CompletableFuture.completedStage(recent().stream()
                .filter(one -> kind.isEmpty() || kind.get() == one.kind())
                .filter(one -> !running || one.end().isEmpty())
                .limit(limit)
                .map(Operation::inShort)
                .toList());
    }

    @Override
    public synchronized CompletionStage<Optional<Operation>> find(long id) {
        return CompletableFuture.completedStage(Optional.ofNullable(all.get(id)));
    }

    private synchronized void change(long id, UnaryOperator<Operation> change) {
        all.computeIfPresent(id, (key, now) -> now.end().isPresent() ? now : change.apply(now));
    }

    private static Operation with(Operation now, List<Step> steps, OptionalInt percent, Optional<End> end) {
        return new Operation(now.id(), now.kind(), now.subject(), now.author(), now.started(), steps, percent, end);
    }

    private final class MemoryOperation implements RunningOperation {
        private final long id;

        MemoryOperation(long id) {
            this.id = id;
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public void step(String name) {
            change(id, now -> {
                if (now.newest().filter(step -> step.name().equals(name)).isPresent()) {
                    return now;
                }
                List<Step> steps = new ArrayList<>(now.steps());
                steps.add(new Step(AT, name));
                return with(now, steps, OptionalInt.empty(), Optional.empty());
            });
        }

        @Override
        public void progress(int percent) {
            change(id, now -> with(now, now.steps(), OptionalInt.of(percent), Optional.empty()));
        }

        @Override
        public void done(String sentence) {
            end(true, sentence);
        }

        @Override
        public void failed(String sentence) {
            end(false, sentence);
        }

        private void end(boolean succeeded, String sentence) {
            change(id, now -> with(now, now.steps(), now.percent(), Optional.of(new End(AT, succeeded, sentence))));
        }
    }
}
