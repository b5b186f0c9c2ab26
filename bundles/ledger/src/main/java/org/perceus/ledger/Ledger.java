package org.perceus.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The log of all changes. Thread-safe. */
@ProviderType
public interface Ledger {
    /** For {@link #follow}: only what is appended later. */
    long FROM_NOW_ON = -1;

    /**
     * Folds a state from what is known of some topics, and keeps it up to date.
     *
     * @param topics which no other projection has
     * @param empty the state without anything
     * @throws IllegalStateException with a sentence when it cannot be read
     */
    <S> Projection<S> project(Set<String> topics, S empty, Fold<S> fold);

    /**
     * Gives each change with an id higher than {@code after} to a follower, once and in order, those that are made later as soon as they are
     * durable; where such changes were dropped, all things as they are now in their place.
     *
     * @return what ends it
     */
    CompletionStage<AutoCloseable> follow(long after, Follower follower);

    /** Changes of the past, newest first. */
    CompletionStage<List<ChangeSummary>> history(Query query);

    /** The change with an id; empty when there is none, or when it is older than what is kept. */
    CompletionStage<Optional<Change>> change(long id);

    /** The changes that are kept no more; empty when all are. */
    CompletionStage<Optional<DroppedChanges>> dropped();

    /**
     * Which changes are wanted.
     *
     * @param topic of the things
     * @param keys those of the things of which one at least was changed; empty for all
     * @param before only changes with a lower id
     * @param limit at most so many, 1 to 10,000
     * @param sample what they made of at most so many things is told, 0 to 100
     */
    record Query(String topic, Set<String> keys, long before, int limit, int sample) {
        /** Copies the set. */
        public Query {
            keys = Set.copyOf(keys);
        }
    }
}
