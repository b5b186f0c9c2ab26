package org.perceus.node.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.perceus.ledger.Author;

/**
 * A piece of long work as it is at a moment. Immutable.
 *
 * @param id its number; of one server, later ones are higher, and some are left out
 * @param kind what kind of work it is
 * @param subject what it is about, such as {@code debian-12@1}
 * @param author who wants it
 * @param started when it began, in milliseconds
 * @param steps its steps so far, oldest first; in a list, the newest alone
 * @param percent how much of the newest step is done, 0 to 100; empty when that is not known; of one that runs on another server, as of
 *     the beginning of a step
 * @param end how it ended; empty while it runs
 */
public record Operation(
        long id,
        OperationKind kind,
        String subject,
        Author author,
        Instant started,
        List<Step> steps,
        OptionalInt percent,
        Optional<End> end) {
    /** Copies the steps. */
    public Operation {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param at when it began, in milliseconds
     * @param name what is done, in a few words
     */
    public record Step(Instant at, String name) {}

    /**
     * How an operation ended.
     *
     * @param at when, in milliseconds; of one that ended with its container, when it was last heard of
     * @param succeeded whether it did what it was for
     * @param sentence what came of it, or why nothing did
     */
    public record End(Instant at, boolean succeeded, String sentence) {}

    /** The step that is under way, or was when it ended. */
    public Optional<Step> newest() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    /** The same with its newest step alone. */
    public Operation inShort() {
        return new Operation(
                id, kind, subject, author, started, newest().stream().toList(), percent, end);
    }
}
