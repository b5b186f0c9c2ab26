package org.perceus.simulator.node;

import org.perceus.simulator.dhcp.Mac;

/** One machine as the programs on it see it, which run one after the other. Belongs to the loop's thread. */
interface Machine {
    Mac mac();

    Site site();

    /**
     * A step begins.
     *
     * @return the moment of the loop's clock, for {@link #took}
     */
    long begin(Step step);

    /** The boot cannot go on. */
    void fail(String sentence);

    /** The machine boots again, in so many seconds. */
    void restart(int seconds);

    /** Notes how long a step took that began at a moment of the loop's clock. */
    default void took(Step step, long began) {
        site().observer().took(step, site().loop().now() - began);
    }

    /** Counts an incident when it is run. */
    default Runnable counting(Incident incident) {
        return () -> site().observer().count(incident);
    }
}
