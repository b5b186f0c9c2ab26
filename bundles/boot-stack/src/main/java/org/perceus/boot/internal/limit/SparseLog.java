package org.perceus.boot.internal.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Says each thing once in a while, and how often it happened meanwhile: who can make a server say something can do so ten
 * thousand times a second. Thread-safe.
 */
public final class SparseLog {
    private static final long PAUSE = Duration.ofMinutes(10).toNanos();

    private final Logger log;
    private final String server;
    private final LongSupplier nanoTime;
    private final Map<String, Said> said = new HashMap<>();

    private record Said(long at, long unsaid) {}

    /** @param server as the log names it */
    public SparseLog(Logger log, String server, LongSupplier nanoTime) {
        this.log = log;
        this.server = server;
        this.nanoTime = nanoTime;
    }

    /**
     * Something that an administrator can mend.
     *
     * @param sentence what happened, without its particulars: each sentence counts by itself, so there must be few
     * @param example the particulars of this time
     */
    public void warn(String sentence, Object example) {
        if (due(sentence)) {
            log.warn("{}: {} ({}){}", server, sentence, example, repetitions(sentence));
        }
    }

    /** A fault of the program. */
    public void error(String sentence, Throwable fault) {
        if (due(sentence)) {
            log.error("{}: {}{}", server, sentence, repetitions(sentence), fault);
        }
    }

    private synchronized boolean due(String sentence) {
        Said before = said.get(sentence);
        if (before == null || nanoTime.getAsLong() - before.at() >= PAUSE) {
            return true;
        }
        said.put(sentence, new Said(before.at(), before.unsaid() + 1));
        return false;
    }

    private synchronized String repetitions(String sentence) {
        Said before = said.put(sentence, new Said(nanoTime.getAsLong(), 0));
        return before == null || before.unsaid() == 0
                ? ""
                : ", and " + before.unsaid() + " times since it was last said";
    }
}
