package org.perceus.provisioning.internal.stranger;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of each cause once in a while, whatever the number of machines. Thread-safe. */
final class Complaints {
    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int CAUSES = 100;

    private final Map<String, Instant> told = new LinkedHashMap<>();

    synchronized void tell(String sentence, Fate fate, Instant now) {
        told.values().removeIf(at -> !now.isBefore(at.plus(PAUSE)));
        if (told.size() < CAUSES && told.putIfAbsent(fate.sentence(), now) == null) {
            LOG.warn("{}", sentence);
        }
    }
}
