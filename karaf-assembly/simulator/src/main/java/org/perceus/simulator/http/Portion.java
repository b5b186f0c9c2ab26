package org.perceus.simulator.http;

/**
 * How much of a file is fetched. Immutable.
 *
 * @param octets its first so many; 0 for all
 */
public record Portion(long octets) {
    /** All of it. */
    public static final Portion WHOLE = new Portion(0);

    /** How much of a file of some size that is. */
    public long of(long size) {
        return octets == 0 ? size : Math.min(octets, size);
    }

    String header() {
        return octets == 0 ? "" : "Range: bytes=0-" + (octets - 1) + "\r\n";
    }
}
