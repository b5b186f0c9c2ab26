package org.perceus.ledger.internal.log;

import java.util.Set;
import org.perceus.ledger.Difference;
import org.perceus.ledger.Fold;

/** A state in two versions: the durable one, which all may read, and the next one, which belongs to the store's thread. */
final class FoldedState<S> {
    private final Set<String> topics;
    private final S empty;
    private final Fold<S> fold;
    private S next;
    private volatile S durable;

    FoldedState(Set<String> topics, S empty, Fold<S> fold) {
        this.topics = Set.copyOf(topics);
        this.empty = empty;
        this.fold = fold;
        this.next = empty;
        this.durable = empty;
    }

    Set<String> topics() {
        return topics;
    }

    S durable() {
        return durable;
    }

    S next() {
        return next;
    }

    void next(S state) {
        next = state;
    }

    /** Begins anew with nothing. */
    void clear() {
        next = empty;
    }

    void fold(Difference difference) {
        next = fold.apply(next, difference);
    }

    void publish() {
        durable = next;
    }
}
