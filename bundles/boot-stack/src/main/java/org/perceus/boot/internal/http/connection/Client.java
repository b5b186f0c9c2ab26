package org.perceus.boot.internal.http.connection;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One connection, as it counts among all. Belongs to {@link Clients}, but for what it counts itself. */
public final class Client {
    private final InetAddress sender;
    private final Runnable hangUp;
    private final BooleanSupplier unread;
    private volatile boolean surplus;
    private volatile long sent;
    private volatile long sentAt;

    private Phase phase = Phase.WAITING;
    private long since;
    private volatile Optional<Consumer<Cut>> whenCut = Optional.empty();
    private LeastRate rate;
    private long debris;

    /**
     * A connection that is new.
     *
     * @param sender the client's address
     * @param hangUp closes it
     * @param unread whether there are octets that came and were not looked at yet
     */
    Client(InetAddress sender, Runnable hangUp, BooleanSupplier unread, long now) {
        this.sender = sender;
        this.hangUp = hangUp;
        this.unread = unread;
        this.since = now;
        this.sentAt = now;
        this.rate = new LeastRate(now, 0);
    }

    /** The client's address. */
    public InetAddress sender() {
        return sender;
    }

    /** Whether there is no room for its requests: they are to be told to come again. */
    public boolean isSurplus() {
        return surplus;
    }

    void markSurplus() {
        surplus = true;
    }

    /** Octets went out. Only one write is under way at a time. */
    void sent(long octets, long now) {
        sent += octets;
        sentAt = now;
    }

    /** What is left of its requests in memory until the connection is taken to pieces. */
    void leave(long octets) {
        debris += octets;
    }

    long debris() {
        return debris;
    }

    Phase phase() {
        return phase;
    }

    long since() {
        return since;
    }

    void turn(Phase next, Optional<Consumer<Cut>> onCut, long now) {
        phase = next;
        since = now;
        sentAt = now;
        whenCut = onCut;
        rate = new LeastRate(now, sent);
    }

    /** Whether it sends less than it must. To be asked again and again while it sends. */
    boolean sendsTooSlowly(long now) {
        return rate.isMissed(now, sent);
    }

    /** Whether nothing of its answer went out for so many nanoseconds. */
    boolean hasStalled(long now, long nanos) {
        return phase == Phase.SENDING && now - sentAt > nanos;
    }

    /** Whether the server has waited for it so long in vain: where octets are unread, it waits for the server. */
    boolean isIdle(long now, long nanos) {
        return now - since > nanos && !unread.getAsBoolean();
    }

    /** Ends what it does now. */
    void cut(Cut cut) {
        whenCut.ifPresentOrElse(action -> action.accept(cut), hangUp);
    }
}
