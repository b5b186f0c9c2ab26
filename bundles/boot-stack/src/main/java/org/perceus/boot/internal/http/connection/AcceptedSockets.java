package org.perceus.boot.internal.http.connection;

import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import org.eclipse.jetty.io.SelectorManager;
import org.perceus.boot.internal.limit.SparseLog;

/**
 * The sockets that were accepted and are not taken to pieces yet. {@link Clients} counts who is connected; a socket has its
 * descriptor before that, and after it until its selector has forgotten it; when thousands come within a second, many are on
 * their way in and out. Those who come beyond the bound wait in the kernel, where they cost no descriptor. Thread-safe.
 */
final class AcceptedSockets implements SelectorManager.AcceptListener {
    private static final long PAUSE_MILLIS = 2;

    /** Then somebody is closed for the one who comes, or it is, as who is there may have come to stay. */
    private static final long PATIENCE_MILLIS = 1000;

    private final int bound;
    private final IntSupplier registered;
    private final IntPredicate crowded;
    private final SparseLog log;
    private final AtomicInteger entering = new AtomicInteger();

    /**
     * None is there yet.
     *
     * @param registered how many the selectors have, with those that are closed and not forgotten yet
     * @param crowded whether of so many that come some would be closed at once
     */
    AcceptedSockets(int bound, IntSupplier registered, IntPredicate crowded, SparseLog log) {
        this.bound = bound;
        this.registered = registered;
        this.crowded = crowded;
        this.log = log;
    }

    /** Waits until there is room for one more, which then is on its way in. */
    void enter() throws ClosedByInterruptException {
        if (isFull() || isCrowded()) {
            log.warn("HTTP connections come faster than they are looked at, so new ones wait in the kernel", bound);
            awaitRoom();
        }
        entering.incrementAndGet();
    }

    private boolean isFull() {
        return entering.get() + registered.getAsInt() >= bound;
    }

    private boolean isCrowded() {
        return crowded.test(entering.get() + 1);
    }

    private void awaitRoom() throws ClosedByInterruptException {
        try {
            long waited = 0;
            while (isFull() || (isCrowded() && waited < PATIENCE_MILLIS)) {
                Thread.sleep(PAUSE_MILLIS);
                waited += PAUSE_MILLIS;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }

    /** None came. */
    void leave() {
        entering.decrementAndGet();
    }

    /** A selector has it. */
    @Override
    public void onAccepted(SelectableChannel channel) {
        leave();
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        leave();
    }
}
