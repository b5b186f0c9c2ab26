package org.perceus.boot.internal.http.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.boot.internal.limit.FairShare;
import org.perceus.boot.internal.limit.SparseLog;

/** What requests hold of the memory that are not whole yet, and what is left of those that were ended. Not thread-safe. */
final class RequestMemory {
    /** What a head costs as fields, for each octet of it: at worst a field has four. */
    private static final int COST_OF_HEAD = 32;

    /** What a request costs whose head is whole: its fields are few by then. */
    private static final int COST_OF_REQUEST = 24 << 10;

    /** What a request of a node costs while nobody knows where its head ends. */
    private static final int COST_OF_USUAL = 96 << 10;

    /** A body is copied once. */
    private static final int COST_OF_BODY = 2;

    private final long bound;
    private final SparseLog log;
    private final FairShare<Client> held = new FairShare<>();
    private long debris;

    RequestMemory(long bound, SparseLog log) {
        this.bound = bound;
        this.log = log;
    }

    /**
     * Octets of a request came in.
     *
     * @return whose requests end for it: its own when there is no other way
     */
    List<Client> hold(Client client, int octets) {
        if (!holds(client.phase())) {
            return List.of();
        }
        long cost = (long) octets * (client.phase() == Phase.WAITING ? COST_OF_HEAD : COST_OF_BODY);
        List<Client> victims = new ArrayList<>();
        boolean fits = held.total() + debris + cost <= bound;
        // What was ended is in memory for a while, so even for who has little there is not more than twice the bound.
        while (!fits && hasLittle(client, cost) && held.total() + debris + cost <= 2 * bound) {
            victims.add(end(largest().orElseThrow().holders().iterator().next()));
            fits = held.total() + cost <= bound;
        }
        if (fits) {
            held.give(client.sender(), client, cost);
        } else {
            victims.add(end(client));
        }
        return victims;
    }

    private static boolean holds(Phase phase) {
        return phase == Phase.WAITING || phase == Phase.RECEIVING;
    }

    /** Whether a sender would have much less than the largest, or a usual request: or they would chase each other away. */
    private boolean hasLittle(Client client, long cost) {
        long would = held.of(client.sender()) + cost;
        return largest()
                .filter(share -> would < share.size() && (would <= COST_OF_USUAL || 2 * would < share.size()))
                .isPresent();
    }

    private Optional<FairShare.Share<Client>> largest() {
        return held.largestFirst().findFirst();
    }

    private Client end(Client victim) {
        log.warn(
                "requests that do not get whole hold too much memory, so those of who has most are ended",
                victim.sender().getHostAddress());
        abandon(victim);
        return victim;
    }

    /** A connection goes on from what it does to something else. */
    void turn(Client client, Phase next) {
        if (holds(client.phase())) {
            held.takeBack(client.sender(), client);
        }
        if (next == Phase.RECEIVING) {
            held.give(client.sender(), client, COST_OF_REQUEST);
        } else if (next == Phase.WAITING) {
            clear(client);
        }
    }

    /** A request was ended; it is in memory until its connection is taken to pieces. */
    void abandon(Client client) {
        long left = held.takeBack(client.sender(), client);
        client.leave(left);
        debris += left;
    }

    /** Nothing is left of what was ended. */
    void clear(Client client) {
        debris -= client.debris();
        client.leave(-client.debris());
    }
}
