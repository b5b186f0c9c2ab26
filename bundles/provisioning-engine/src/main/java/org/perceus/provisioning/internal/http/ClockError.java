package org.perceus.provisioning.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far the clock of a node is from that of this server, in words. */
final class ClockError {
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private ClockError() {}

    /**
     * A sentence about a clock that is more than a minute wrong.
     *
     * @param theirs what the node's clock said, in seconds since 1970; 0 when it did not say
     */
    static Optional<String> of(long theirs, Instant ours) {
        Duration ahead = Duration.ofSeconds(theirs - ours.getEpochSecond());
        if (theirs == 0 || ahead.abs().compareTo(TOLERANCE) <= 0) {
            return Optional.empty();
        }
        return Optional.of("the clock is " + inWords(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead of")
                + " the server's");
    }

    private static String inWords(Duration span) {
        if (span.toDays() >= 2) {
            return span.toDays() + " days";
        } else if (span.toHours() >= 2) {
            return span.toHours() + " hours";
        }
        return span.toMinutes() >= 2 ? span.toMinutes() + " minutes" : span.toSeconds() + " seconds";
    }
}
