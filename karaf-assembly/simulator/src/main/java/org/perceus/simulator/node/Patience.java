package org.perceus.simulator.node;

import java.util.concurrent.ThreadLocalRandom;

/** How long the programs of Perceus wait before they ask a server again that has not answered. */
final class Patience {
    /** How long they wait for a connection. */
    static final int CONNECT_SECONDS = 5;

    private static final int[] MILLIS = {250, 1000, 2000, 4000, 8000, 16_000, 30_000};

    private Patience() {}

    /** @param failures how often it has not answered so far */
    static long backOffMillis(int failures) {
        int most = MILLIS[Math.min(failures, MILLIS.length - 1)];
        return most / 2 + ThreadLocalRandom.current().nextInt(most);
    }

    /** A tenth more by chance, so that machines that were told together do not ask together. */
    static long waitMillis(int seconds) {
        int told = Math.min(3600, Math.max(1, seconds));
        return told * 1000L + ThreadLocalRandom.current().nextInt(told * 100 + 100);
    }
}
