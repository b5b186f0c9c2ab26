package org.perceus.boot.internal.http.connection;

import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.io.SelectorManager;
import org.perceus.boot.internal.limit.SparseLog;

/**
 * The sockets that were accepted and are not taken to pieces yet. {@link Clients} counts who is connected; a socket has its
 * descriptor before that and after it, and when thousands come within a second, many are on their way in and out. Those who
 * come beyond the bound wait in the kernel, where they cost no descriptor. Thread-safe.
 */
final class AcceptedSockets implements SelectorManager.AcceptListener {
    private final int bound;
    private final SparseLog log;
    private final Semaphore free;

    AcceptedSockets(int bound, SparseLog log) {
        this.bound = bound;
        this.log = log;
        this.free = new Semaphore(bound);
    }

    /** Waits until there is room for one more. */
    void take() throws ClosedByInterruptException {
        if (free.tryAcquire()) {
            return;
        }
        log.warn("HTTP connections come faster than they are looked at, so new ones wait in the kernel", bound);
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }

    /** A socket is closed, or there was none. */
    void giveBack() {
        free.release();
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        giveBack();
    }
}
