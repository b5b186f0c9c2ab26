package org.perceus.simulator.node;

import org.perceus.simulator.dhcp.Mac;

/** Is told what nodes go through. */
public interface Observer {
    /** A step was done. */
    void took(Step step, long millis);

    /** Something happened that is only counted. */
    void count(Incident incident);

    /** A node was told to wait, and why. */
    void waits(String reason);

    /** A node is ready. */
    void ready(Mac mac);

    /** A node has given up, and why. */
    void failed(Mac mac, String sentence);
}
