package org.perceus.boot.internal.http.connection;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.perceus.boot.internal.limit.FairShare;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;

/**
 * The connections of a server. Where there are too many, or requests that are not whole yet hold too much, it is taken from
 * the sender who has most: somebody who comes anew is not shut out by those who are there. Thread-safe.
 */
public final class Clients {
    /** What a head costs as fields, for each octet of it: at worst a field has four. */
    private static final int COST_OF_HEAD = 32;

    /** A body is copied once. */
    private static final int COST_OF_BODY = 2;

    /** A connection that is as young as this may only be on its way to its first request. */
    private static final long YOUNG = 1_000_000_000L;

    /** A download without progress for so long may be ended for others, when nothing else can be. */
    private static final long STALLED = 10_000_000_000L;

    private final Bounds bounds;
    private final LongSupplier nanoTime;
    private final Counters.Scope counters;
    private final SparseLog log;
    private final FairShare<Client> all = new FairShare<>();
    private final FairShare<Client> waiting = new FairShare<>();
    private final FairShare<Client> octets = new FairShare<>();

    Clients(Bounds bounds, LongSupplier nanoTime, Counters.Scope counters, SparseLog log) {
        this.bounds = bounds;
        this.nanoTime = nanoTime;
        this.counters = counters;
        this.log = log;
    }

    /**
     * Somebody who is about to connect.
     *
     * @param hangUp closes the connection
     */
    Client client(InetAddress sender, Runnable hangUp) {
        return new Client(sender, hangUp, nanoTime.getAsLong());
    }

    /** Somebody has connected. */
    void connected(Client client) {
        admit(client).ifPresent(other -> {
            counters.count("connections-ended-for-others");
            other.cut(Cut.NO_ROOM);
        });
    }

    /** Returns whose connection ends for this one: its own when there is no room at all. */
    private synchronized Optional<Client> admit(Client client) {
        Optional<Client> victim = Optional.empty();
        boolean crowded = false;
        if (all.of(client.sender()) >= bounds.connectionsOfOne()) {
            log.warn(
                    "an address has too many HTTP connections, so its oldest idle ones are closed, and where none is idle"
                            + " its requests are told to come again",
                    client.sender().getHostAddress());
            victim = waiting.holders(client.sender()).stream().findFirst();
            crowded = true;
        } else if (all.total() >= bounds.connections()) {
            log.warn(
                    "there are too many HTTP connections, so the oldest idle ones of who has most are closed, and where"
                            + " none is idle requests are told to come again",
                    bounds.connections());
            victim = victim(client.sender());
            crowded = true;
        }
        if (crowded && victim.isEmpty()) {
            if (all.total() >= bounds.connections() + bounds.surplus()) {
                return Optional.of(client);
            }
            client.markSurplus();
        }
        victim.ifPresent(this::forget);
        all.give(client.sender(), client, 1);
        waiting.give(client.sender(), client, 1);
        return victim;
    }

    private Optional<Client> victim(InetAddress newcomer) {
        long now = nanoTime.getAsLong();
        Optional<Client> idle = waiting.largestFirst().findFirst().flatMap(share -> share.holders().stream()
                .findFirst()
                .filter(oldest -> share.size() > waiting.of(newcomer) + 1 || now - oldest.since() > YOUNG));
        return idle.or(() -> all.largestFirst()
                .findFirst()
                .filter(share -> share.size() > all.of(newcomer) + 1)
                .flatMap(share -> share.holders().stream()
                        .filter(client -> client.hasStalled(now, STALLED))
                        .findFirst()));
    }

    /** The connection is no more. */
    synchronized void disconnected(Client client) {
        forget(client);
    }

    private void forget(Client client) {
        all.takeBack(client.sender(), client);
        waiting.takeBack(client.sender(), client);
        octets.takeBack(client.sender(), client);
    }

    /** Octets of a request came in. */
    void received(Client client, int count) {
        for (Client victim : hold(client, count)) {
            counters.count("requests-ended-for-others");
            victim.cut(Cut.NO_ROOM);
        }
    }

    private synchronized List<Client> hold(Client client, int count) {
        List<Client> victims = new ArrayList<>();
        if (client.phase() == Phase.WAITING || client.phase() == Phase.RECEIVING) {
            int cost = client.phase() == Phase.WAITING ? COST_OF_HEAD : COST_OF_BODY;
            octets.give(client.sender(), client, (long) count * cost);
        }
        while (octets.total() > bounds.octets()) {
            Client victim = octets.largestFirst()
                    .findFirst()
                    .orElseThrow()
                    .holders()
                    .iterator()
                    .next();
            log.warn(
                    "requests that do not get whole hold too much memory, so the oldest ones of who has most are ended",
                    victim.sender().getHostAddress());
            octets.takeBack(victim.sender(), victim);
            victims.add(victim);
        }
        return victims;
    }

    /**
     * A connection goes on to something else.
     *
     * @param whenCut ends that before its time
     */
    public void turn(Client client, Phase next, Consumer<Cut> whenCut) {
        turn(client, next, Optional.of(whenCut));
    }

    /** A connection goes on to something that is ended by closing it. */
    public void turn(Client client, Phase next) {
        turn(client, next, Optional.empty());
    }

    private synchronized void turn(Client client, Phase next, Optional<Consumer<Cut>> whenCut) {
        if (next != Phase.RECEIVING) {
            octets.takeBack(client.sender(), client);
        }
        waiting.takeBack(client.sender(), client);
        if (next == Phase.WAITING && all.holders(client.sender()).contains(client)) {
            waiting.give(client.sender(), client, 1);
        }
        client.turn(next, whenCut, nanoTime.getAsLong());
    }

    /** Ends what takes too long. To be called every few seconds. */
    void sweep() {
        for (Client late : late()) {
            counters.count("too-slow");
            late.cut(Cut.TOO_SLOW);
        }
    }

    private synchronized List<Client> late() {
        long now = nanoTime.getAsLong();
        return all.all()
                .filter(client -> switch (client.phase()) {
                    case WAITING -> now - client.since() > bounds.head().toNanos();
                    case RECEIVING -> now - client.since() > bounds.body().toNanos();
                    case ANSWERING -> false;
                    case SENDING -> client.sendsTooSlowly(now);
                })
                .toList();
    }
}
