package org.perceus.node.internal.selection;

/** Bounds the work that an expression can cause. */
final class Budget {
    private final String what;
    private int left;

    Budget(int limit, String what) {
        this.left = limit;
        this.what = what;
    }

    void spend(int amount) {
        require(amount);
        left -= amount;
    }

    /** @throws IllegalArgumentException with a sentence for the administrator when not so much is left */
    void require(long amount) {
        if (amount > left) {
            throw new IllegalArgumentException("The expression stands for " + what + ": name fewer nodes at a time");
        }
    }
}
