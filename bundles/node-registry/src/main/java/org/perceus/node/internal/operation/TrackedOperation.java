package org.perceus.node.internal.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.perceus.ledger.Author;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.Operation.End;
import org.perceus.node.operation.Operation.Step;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.RunningOperation;

/** An operation of this server that runs, or is not on disk yet as it ended. Thread-safe. */
final class TrackedOperation implements RunningOperation {
    private static final int MOST_STEPS = 128;
    private static final int NAME = 256;
    private static final int SENTENCE = 1024;

    private final Clock clock;
    private final Consumer<TrackedOperation> changed;
    private final Operation first;
    private final List<Step> steps = new ArrayList<>();
    private int percent = -1;
    private Optional<End> end = Optional.empty();
    private int onDisk;
    private boolean queued;
    private boolean refused;

    /** @param changed hears when there is something to write, as long as it was not told before {@link #toWrite} */
    TrackedOperation(
            long id,
            OperationKind kind,
            String subject,
            Author author,
            Clock clock,
            Consumer<TrackedOperation> changed) {
        this.clock = clock;
        this.changed = changed;
        this.first = new Operation(
                id, kind, cut(subject, NAME), author, now(), List.of(), OptionalInt.empty(), Optional.empty());
    }

    @Override
    public long id() {
        return first.id();
    }

    @Override
    public void step(String name) {
        String kept = cut(name, NAME);
        synchronized (this) {
            if (end.isPresent()
                    || !steps.isEmpty() && steps.get(steps.size() - 1).name().equals(kept)) {
                return;
            }
            percent = -1;
            if (steps.size() == MOST_STEPS) {
                // on disk at the end only: whoever names each file a step must not keep the writer busy
                steps.set(MOST_STEPS - 1, new Step(now(), kept));
                return;
            }
            steps.add(new Step(now(), kept));
        }
        write();
    }

    @Override
    public synchronized void progress(int done) {
        if (end.isEmpty()) {
            percent = Math.max(0, Math.min(100, done));
        }
    }

    @Override
    public void done(String sentence) {
        end(new End(now(), true, cut(sentence, SENTENCE)));
    }

    @Override
    public void failed(String sentence) {
        end(new End(now(), false, cut(sentence, SENTENCE)));
    }

    /** Has it written, unless that waits already. */
    void write() {
        synchronized (this) {
            if (queued) {
                return;
            }
            queued = true;
        }
        changed.accept(this);
    }

    /** Has it written if the disk did not take it the last time. */
    void writeAgain() {
        synchronized (this) {
            if (!refused) {
                return;
            }
        }
        write();
    }

    /** As it is; what changes after this is written anew. */
    synchronized Operation toWrite() {
        queued = false;
        refused = false;
        return snapshot();
    }

    /** The number of the first step that may be on disk otherwise; the last one there may have been replaced since. */
    synchronized int firstToWrite() {
        return Math.max(0, onDisk - 1);
    }

    /** So many steps are on disk. */
    synchronized void written(int count) {
        onDisk = Math.max(onDisk, count);
    }

    /** The disk did not take it. */
    synchronized void refused() {
        queued = false;
        refused = true;
    }

    synchronized Operation snapshot() {
        return new Operation(
                first.id(),
                first.kind(),
                first.subject(),
                first.author(),
                first.started(),
                steps,
                percent < 0 ? OptionalInt.empty() : OptionalInt.of(percent),
                end);
    }

    private void end(End how) {
        synchronized (this) {
            if (end.isPresent()) {
                return;
            }
            end = Optional.of(how);
        }
        write();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
