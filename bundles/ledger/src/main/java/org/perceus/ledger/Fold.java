package org.perceus.ledger;

/**
 * Makes the next state of a state and what became of one thing. A pure function; it does not fail on what its room wrote.
 *
 * @param <S> the state
 */
@FunctionalInterface
public interface Fold<S> {
    /** The state with the difference. */
    S apply(S state, Difference difference);
}
