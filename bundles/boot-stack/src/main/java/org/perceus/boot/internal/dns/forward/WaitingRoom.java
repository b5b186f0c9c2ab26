package org.perceus.boot.internal.dns.forward;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.dns.limit.Limit;

/** How many questions wait for answers, in all and of each client. Used by one thread. */
final class WaitingRoom {
    private static final int MOST = 4096;
    private static final int MOST_OF_CLIENT = 32;

    private final Map<Ipv4Address, Integer> ofClient = new HashMap<>();
    private int all;

    /** Which limit one more of a client would exceed. */
    Optional<Limit> full(Ipv4Address client) {
        if (ofClient.getOrDefault(client, 0) >= MOST_OF_CLIENT) {
            return Optional.of(Limit.WAITING_OF_CLIENT);
        }
        return all >= MOST ? Optional.of(Limit.WAITING) : Optional.empty();
    }

    void enter(Ipv4Address client) {
        all++;
        ofClient.merge(client, 1, Integer::sum);
    }

    void leave(Ipv4Address client) {
        all--;
        ofClient.computeIfPresent(client, (address, count) -> count == 1 ? null : count - 1);
    }
}
