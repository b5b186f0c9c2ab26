package org.perceus.provisioning.internal.limits;

import java.util.Optional;

/** One thing of which the system has only so much. */
interface SystemLimit {
    /**
     * Why it is too little, in a sentence with the command that mends it; empty where it is enough or nothing is known.
     *
     * @param nodes how many may want it at once
     */
    Optional<String> complaint(ProcFiles proc, int nodes);

    /** The command that raises it, and what does at each start. */
    static String raised(String... settings) {
        return " (sysctl -w " + String.join(" ", settings)
                + ", and for good by sysctl.d/90-perceus.conf of Perceus in /etc/sysctl.d)";
    }

    /** A number that is as large and not odd to look at. */
    static long round(long wanted) {
        return Math.max(1024, Long.highestOneBit(Math.max(1, wanted - 1)) << 1);
    }
}
