package org.perceus.node.internal.boots;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.perceus.node.Boot;
import org.perceus.node.BootJournal.Listener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of boots, in the order of the events and without holding up those who report them. Thread-safe. */
public final class BootListeners {
    private static final Logger LOG = LoggerFactory.getLogger(BootListeners.class);
    private static final int WAITING = 65_536;

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Boot> pending = new ArrayBlockingQueue<>(WAITING);
    private final AtomicBoolean running = new AtomicBoolean();
    private final Executor executor;

    /** @param executor runs the listeners, one task at a time */
    public BootListeners(Executor executor) {
        this.executor = executor;
    }

    /** Adds one; the result takes it away. */
    public AutoCloseable add(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Queues a boot; calls nobody, so it may be used under a lock. */
    void queue(Boot boot) {
        if (!listeners.isEmpty() && !pending.offer(boot)) {
            LOG.warn(
                    "Listeners to boots are too slow and miss an event of {}",
                    boot.id().mac());
        }
    }

    /** Has what was queued told. */
    void deliver() {
        if (!pending.isEmpty() && running.compareAndSet(false, true)) {
            try {
                executor.execute(this::tell);
            } catch (RejectedExecutionException e) {
                LOG.debug("The journal is closed, listeners hear no more", e);
            }
        }
    }

    private void tell() {
        for (Boot boot = pending.poll(); boot != null; boot = pending.poll()) {
            for (Listener listener : listeners) {
                tell(listener, boot);
            }
        }
        running.set(false);
        // one that was queued in between found a run under way
        deliver();
    }

    private static void tell(Listener listener, Boot boot) {
        try {
            listener.changed(boot);
        } catch (RuntimeException e) {
            LOG.warn("A listener to boots failed", e);
        }
    }
}
