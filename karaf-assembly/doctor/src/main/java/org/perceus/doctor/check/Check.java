package org.perceus.doctor.check;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.perceus.doctor.finding.Finding;

/** Looks at one thing. */
public interface Check {
    /** What it looks at, in one or two words. */
    String name();

    /**
     * What it found, at least one thing.
     *
     * @throws IOException with a sentence why it cannot look
     */
    List<Finding> findings() throws IOException, InterruptedException;

    /** How long it may take: it is interrupted after that, and what it looks at is said to be unknown. */
    default Duration limit() {
        return Duration.ofSeconds(30);
    }
}
