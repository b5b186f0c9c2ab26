package org.perceus.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a deed.
 *
 * @param <T> what it results in
 */
public sealed interface Outcome<T> {
    /**
     * It is done, or would be.
     *
     * @param result what was done
     * @param remarks what an administrator should know beside that, a sentence each
     */
    record Done<T>(T result, List<String> remarks) implements Outcome<T> {
        /** Copies the remarks. */
        public Done {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Nothing was done.
     *
     * @param reason one sentence: what is wrong, where, what would be right
     * @param details all that is wrong when it is more than one thing, a sentence each
     * @param misused whether it was asked for wrongly, whatever the site is like
     */
    record Refused<T>(String reason, List<String> details, boolean misused) implements Outcome<T> {
        /** Copies the details. */
        public Refused {
            details = List.copyOf(details);
        }
    }

    /** A step that stands on the result of another. */
    @FunctionalInterface
    interface Step<T, R> {
        /** Takes it. */
        Outcome<R> from(T result) throws InterruptedException;
    }

    /** It is done, and there is nothing to remark. */
    static <T> Outcome<T> done(T result) {
        return new Done<>(result, List.of());
    }

    /** It cannot be done. */
    static <T> Outcome<T> refused(String reason) {
        return new Refused<>(reason, List.of(), false);
    }

    /** It was asked for wrongly. */
    static <T> Outcome<T> misused(String reason) {
        return new Refused<>(reason, List.of(), true);
    }

    /** It is done, unless there is an objection. */
    static <T> Outcome<T> unless(Optional<String> objection, T result) {
        return objection.<Outcome<T>>map(Outcome::refused).orElseGet(() -> done(result));
    }

    /** Goes on with the result, if there is one; all remarks add up. */
    default <R> Outcome<R> then(Step<T, R> step) throws InterruptedException {
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.reason(), refused.details(), refused.misused());
        }
        Done<T> done = (Done<T>) this;
        Outcome<R> next = step.from(done.result());
        if (done.remarks().isEmpty() || !(next instanceof Done<R> last)) {
            return next;
        }
        List<String> remarks = new ArrayList<>(done.remarks());
        remarks.addAll(last.remarks());
        return new Done<>(last.result(), remarks);
    }
}
