package org.perceus.simulator.report;

import java.util.Map;
import java.util.TreeMap;

/** Sentences with how often they were said. The server's have names and places in them, so that they can be many. */
final class Reasons {
    private static final int MOST = 50;
    private static final String OTHERS = "other reasons";

    private final Map<String, Integer> counts = new TreeMap<>();

    /** Counts a sentence, and gives the one as which it is counted. */
    String count(String sentence) {
        String counted = counts.size() < MOST || counts.containsKey(sentence) ? sentence : OTHERS;
        counts.merge(counted, 1, Integer::sum);
        return counted;
    }

    Map<String, Integer> counts() {
        return counts;
    }
}
