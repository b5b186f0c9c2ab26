package org.perceus.doctor.finding;

import java.util.Optional;

/**
 * What was found. Immutable.
 *
 * @param severity how much it matters
 * @param sentence what is so, and what comes of it, in one sentence without a full stop
 * @param command what mends it or says more, to be typed as it stands; empty where nothing has to be done or no command does it
 */
public record Finding(Severity severity, String sentence, Optional<String> command) {
    /** What is right. */
    public static Finding ok(String sentence) {
        return new Finding(Severity.OK, sentence, Optional.empty());
    }

    /** What is worth to know. */
    public static Finding note(String sentence) {
        return new Finding(Severity.NOTE, sentence, Optional.empty());
    }

    /** What may become a problem. */
    public static Finding warning(String sentence) {
        return new Finding(Severity.WARNING, sentence, Optional.empty());
    }

    /** What keeps nodes from booting. */
    public static Finding problem(String sentence) {
        return new Finding(Severity.PROBLEM, sentence, Optional.empty());
    }

    /** The same with what to type. */
    public Finding with(String command) {
        return new Finding(severity, sentence, Optional.of(command));
    }
}
