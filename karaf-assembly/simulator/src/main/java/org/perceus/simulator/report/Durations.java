package org.perceus.simulator.report;

import java.util.Arrays;

/** How long something took, each time that it was done. */
final class Durations {
    private int[] millis = new int[64];
    private int count;

    void add(long took) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = (int) Math.min(Integer.MAX_VALUE, took);
    }

    int count() {
        return count;
    }

    /** The shortest time that so many in a hundred did not exceed; 0 when there was none. */
    int percentile(int percent) {
        if (count == 0) {
            return 0;
        }
        Arrays.sort(millis, 0, count);
        return millis[Math.max(0, (int) Math.ceil(count * percent / 100.0) - 1)];
    }
}
