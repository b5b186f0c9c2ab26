package org.perceus.boot.internal.http.connection;

import java.time.Duration;
import org.perceus.boot.internal.net.Descriptors;

/**
 * How much there is of what clients use.
 *
 * @param connections in all
 * @param connectionsOfOne of one address: sites have NAT and relays, so it is a good part of all
 * @param surplus connections beyond these, whose requests are told to come again
 * @param sockets that are accepted, with those that are on their way in and out
 * @param octets of memory for heads and bodies of requests that are not whole yet
 * @param head how long a connection may be without the whole head of a request
 * @param body how long a body may take
 */
public record Bounds(
        int connections, int connectionsOfOne, int surplus, int sockets, long octets, Duration head, Duration body) {
    private static final int MOST_CONNECTIONS = 16384;
    private static final int SURPLUS = 1024;

    /** Part of the heap that unfinished requests may have. */
    private static final int PART_OF_HEAP = 8;

    /** Those for this process. */
    public static Bounds ofThisMachine() {
        return of(Descriptors.limit(), Runtime.getRuntime().maxMemory());
    }

    /** Of the descriptors an eighth or more is for files, other sockets and the program itself. */
    static Bounds of(long descriptors, long heap) {
        int connections = (int) Math.max(64, Math.min(MOST_CONNECTIONS, descriptors / 4 * 3));
        int surplus = Math.min(SURPLUS, connections / 12);
        return new Bounds(
                connections,
                connections / 4,
                surplus,
                connections + 2 * surplus,
                heap / PART_OF_HEAP,
                Duration.ofSeconds(30),
                Duration.ofSeconds(20));
    }
}
