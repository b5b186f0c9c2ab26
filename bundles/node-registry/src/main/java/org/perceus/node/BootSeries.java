package org.perceus.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Boots of one node in a row that got a node script and failed. Immutable.
 *
 * @param boots how many
 * @param took from the beginning of the first to the end of the last
 * @param cause why the last one ended
 * @param looping whether they are so many in so short a time that the node goes round in circles
 */
public record BootSeries(int boots, Duration took, Optional<String> cause, boolean looping) {
    /** Of a node whose last boot became ready, or that never booted. */
    public static final BootSeries NONE = new BootSeries(0, Duration.ZERO, Optional.empty(), false);

    private static final Pattern TOLD = Pattern.compile("\\d+ boots in \\d+ (seconds|minutes|hours) without ready");
    private static final Pattern WORDS = Pattern.compile("^" + TOLD + ": ");
    private static final int MOST_SECONDS = 120;
    private static final int MOST_MINUTES = 120;

    /**
     * Counts back from the newest boot that ended, until one that became ready. Boots that only waited, or that did not
     * reach Perceus OS, are passed over.
     *
     * @param newestFirst boots of one node
     * @param loop how many make a loop
     * @param window how long before the end of the last one a boot may have begun to be counted
     */
    public static BootSeries of(List<BootSummary> newestFirst, int loop, Duration window) {
        Optional<BootSummary> last = Optional.empty();
        Instant began = Instant.MAX;
        int boots = 0;
        for (BootSummary boot : newestFirst) {
            if (boot.wasReady()) {
                break;
            }
            if (boot.last().state() != NodeState.FAILED || !boot.wasProvisioned()) {
                continue;
            }
            last = last.or(() -> Optional.of(boot));
            if (boot.started().isBefore(end(last.get()).minus(window))) {
                break;
            }
            boots++;
            began = boot.started();
        }
        if (boots == 0) {
            return NONE;
        }
        BootSummary newest = last.get();
        Optional<String> cause =
                newest.last().detail().map(detail -> WORDS.matcher(detail).replaceFirst(""));
        return new BootSeries(boots, Duration.between(began, end(newest)), cause, boots >= loop);
    }

    /** The series in a few words. */
    public String words() {
        long seconds = Math.max(0, took.toSeconds());
        String time = seconds <= MOST_SECONDS
                ? seconds + " seconds"
                : seconds <= 60L * MOST_MINUTES ? took.toMinutes() + " minutes" : took.toHours() + " hours";
        return boots + " boots in " + time + " without ready";
    }

    /** What is to be said of the boots before one that is not over: how many failed, if many, and why the last one did. */
    public Optional<String> sentence() {
        return looping
                ? Optional.of(words() + cause.map(why -> ", the last: " + why).orElse(""))
                : cause.map(why -> "the boot before failed: " + why);
    }

    /** Whether a sentence tells of a series already, of this or another number. */
    public static boolean isToldIn(String sentence) {
        return TOLD.matcher(sentence).find();
    }

    private static Instant end(BootSummary boot) {
        return boot.ended().orElse(boot.last().at());
    }
}
