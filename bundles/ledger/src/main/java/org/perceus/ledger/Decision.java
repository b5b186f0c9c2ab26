package org.perceus.ledger;

import java.util.List;

/**
 * Decides a change on a state, without changing anything itself: a dry run is the same call, whose outcome is not appended.
 *
 * @param <S> the state of the room
 * @param <R> what becomes known to whoever asked
 */
@FunctionalInterface
public interface Decision<S, R> {
    /** Decides; called once for a dry run, and once more, on the newest state, when it is meant. */
    Outcome<S, R> decide(S state);

    /**
     * What was decided.
     *
     * @param result for whoever asked
     * @param next the state with the differences
     * @param differences what is appended, as one change; none when nothing changes or it was refused
     */
    record Outcome<S, R>(R result, S next, List<Difference> differences) {
        /** Copies the list. */
        public Outcome {
            differences = List.copyOf(differences);
        }

        /** Changes nothing. */
        public static <S, R> Outcome<S, R> unchanged(R result, S state) {
            return new Outcome<>(result, state, List.of());
        }
    }
}
