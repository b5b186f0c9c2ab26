package org.perceus.node.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.perceus.ledger.Author;
import org.perceus.ledger.Change;
import org.perceus.ledger.ChangeSummary;
import org.perceus.ledger.Decision;
import org.perceus.ledger.Difference;
import org.perceus.ledger.DroppedChanges;
import org.perceus.ledger.Fold;
import org.perceus.ledger.Follower;
import org.perceus.ledger.Ledger;
import org.perceus.ledger.Projection;

/** A ledger of one projection, which appends at once and leaves no thread and no file behind. */
public final class MemoryLedger implements Ledger {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    /** What it pretends to have dropped. */
    public Optional<DroppedChanges> dropped = Optional.empty();

    private final List<Change> changes = new ArrayList<>();

    /** All changes, the oldest first. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    @Override
    public <S> Projection<S> project(Set<String> topics, S empty, Fold<S> fold) {
        return new MemoryProjection<>(empty);
    }

    @Override
    public CompletionStage<AutoCloseable> follow(long after, Follower follower) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<List<ChangeSummary>> history(Query query) {
        List<Change> newest = new ArrayList<>(changes);
        Collections.reverse(newest);
        return CompletableFuture.completedStage(newest.stream()
                .filter(change -> change.id() < query.before() && isKept(change) && concerns(change, query))
                .limit(query.limit())
                .map(change -> new ChangeSummary(
                        change.id(),
                        change.at(),
                        change.author(),
                        change.differences().size(),
                        change.differences().stream().limit(query.sample()).toList()))
                .toList());
    }

    @Override
    public CompletionStage<Optional<Change>> change(long id) {
        return CompletableFuture.completedStage(changes.stream()
                .filter(change -> change.id() == id && isKept(change))
                .findFirst());
    }

    @Override
    public CompletionStage<Optional<DroppedChanges>> dropped() {
        return CompletableFuture.completedStage(dropped);
    }

    private boolean isKept(Change change) {
        return dropped.isEmpty() || change.id() > dropped.get().newest();
    }

    private static boolean concerns(Change change, Query query) {
        return query.keys().isEmpty()
                || change.differences().stream()
                        .anyMatch(one -> one.topic().equals(query.topic())
                                && query.keys().contains(one.key()));
    }

    private void append(List<Difference> differences, Author author) {
        if (!differences.isEmpty()) {
            changes.add(new Change(changes.size() + 1, AT, author, differences));
        }
    }

    private final class MemoryProjection<S> implements Projection<S> {
        private volatile S state;

        MemoryProjection(S state) {
            this.state = state;
        }

        @Override
        public S state() {
            return state;
        }

        @Override
        public synchronized <R> CompletionStage<R> append(Decision<S, R> decision, Author author) {
            Decision.Outcome<S, R> outcome = decision.decide(state);
            state = outcome.next();
            MemoryLedger.this.append(outcome.differences(), author);
            return CompletableFuture.completedStage(outcome.result());
        }

        @Override
        public void close() {}
    }
}
