package org.perceus.boot.internal.http.connection;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    /** A connection that is as young as this may only be on its way to its next request. */
    private static final long YOUNG = 5_000_000_000L;

    /** A machine that does nothing but boot has so many: one at work, and those that are about to close. */
    private static final int MODEST = 3;

    /** A download without progress for so long may be ended for others, when nothing else can be. */
    private static final long STALLED = 10_000_000_000L;

    private final Bounds bounds;
    private final LongSupplier nanoTime;
    private final Counters.Scope counters;
    private final SparseLog log;
    private final FairShare<Client> all = new FairShare<>();
    private final FairShare<Client> waiting = new FairShare<>();
    private final RequestMemory memory;

    Clients(Bounds bounds, LongSupplier nanoTime, Counters.Scope counters, SparseLog log) {
        this.bounds = bounds;
        this.nanoTime = nanoTime;
        this.counters = counters;
        this.log = log;
        this.memory = new RequestMemory(bounds.octets(), log);
    }

    /**
     * Somebody who is about to connect.
     *
     * @param hangUp closes the connection
     * @param unread whether octets have come that were not received yet
     */
    Client client(InetAddress sender, Runnable hangUp, BooleanSupplier unread) {
        return new Client(sender, hangUp, unread, nanoTime.getAsLong());
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
            if (hasNoRoomFor(1)) {
                return Optional.of(client);
            }
            client.markSurplus();
        }
        victim.ifPresent(this::forget);
        all.give(client.sender(), client, 1);
        waiting.give(client.sender(), client, 1);
        return victim;
    }

    /** Whether there is no room even for those who are to be told so, when so many come. */
    synchronized boolean hasNoRoomFor(int coming) {
        return all.total() + coming > bounds.connections() + bounds.surplus();
    }

    private Optional<Client> victim(InetAddress newcomer) {
        long now = nanoTime.getAsLong();
        Optional<Client> idle = waiting.largestFirst().findFirst().flatMap(share -> share.holders().stream()
                .findFirst()
                .filter(oldest ->
                        share.size() > Math.max(MODEST, waiting.of(newcomer) + 1) || oldest.isIdle(now, YOUNG)));
        return idle.or(() -> all.largestFirst()
                .findFirst()
                .filter(share -> share.size() > all.of(newcomer) + 1)
                .flatMap(share -> share.holders().stream()
                        .filter(client -> client.hasStalled(now, STALLED))
                        .findFirst()));
    }

    /** The connection is closed. */
    synchronized void disconnected(Client client) {
        forget(client);
    }

    private void forget(Client client) {
        all.takeBack(client.sender(), client);
        waiting.takeBack(client.sender(), client);
        memory.abandon(client);
    }

    /** Nothing is left of a connection that was closed. */
    synchronized void gone(Client client) {
        memory.clear(client);
    }

    /**
     * Octets of a request came in.
     *
     * @return whether they may be looked at; else the connection ends
     */
    boolean received(Client client, int count) {
        List<Client> victims = hold(client, count);
        for (Client victim : victims) {
            counters.count("requests-ended-for-others");
            victim.cut(Cut.NO_ROOM);
        }
        return !victims.contains(client);
    }

    private synchronized List<Client> hold(Client client, int count) {
        return memory.hold(client, count);
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
        memory.turn(client, next);
        if (client.phase() == Phase.WAITING) {
            waiting.takeBack(client.sender(), client);
        }
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
                    case WAITING -> client.isIdle(now, bounds.head().toNanos());
                    case RECEIVING -> now - client.since() > bounds.body().toNanos();
                    case ANSWERING -> false;
                    case SENDING -> client.sendsTooSlowly(now);
                })
                .toList();
    }
}
