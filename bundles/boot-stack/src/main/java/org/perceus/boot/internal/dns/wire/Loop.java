package org.perceus.boot.internal.dns.wire;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of a server: waits for all its sockets, and lets time pass. */
public final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final long TICK_MILLIS = 100;
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
    private static final int MOST_TOLD = 10;
    private static final long STOP_MILLIS = 3000;

    private final Selector selector;
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final Map<SelectionKey, Integer> resting = new HashMap<>();
    private final Thread thread;
    private final LongSupplier nanoTime;
    private int failures;
    private long ticked;
    private Runnable tick = () -> {};
    private BooleanSupplier idle = () -> true;
    private Runnable end = () -> {};

    /**
     * Has no thread yet.
     *
     * @param name of the thread
     * @param nanoTime a clock as {@link System#nanoTime}
     * @throws IOException when the kernel has nothing to wait by
     */
    public Loop(String name, LongSupplier nanoTime) throws IOException {
        this.nanoTime = nanoTime;
        this.ticked = nanoTime.getAsLong();
        this.selector = Selector.open();
        this.thread = new Thread(this::run, name);
    }

    /**
     * Starts the thread.
     *
     * @param onTick called ten times a second while something waits
     * @param isIdle whether nothing does
     * @param onEnd called when the thread ends
     */
    public void start(Runnable onTick, BooleanSupplier isIdle, Runnable onEnd) {
        this.tick = onTick;
        this.idle = isIdle;
        this.end = onEnd;
        thread.start();
    }

    /** Lets a handler hear of a socket, which must not block. */
    SelectionKey register(SelectableChannel channel, int operations, Handler handler) throws IOException {
        return channel.configureBlocking(false).register(selector, operations, handler);
    }

    /** Has something done soon by this thread; to be called on it. */
    void later(Runnable task) {
        later.add(task);
    }

    /** Leaves a socket that fails at every call alone until the next tick. */
    void rest(SelectionKey key) {
        resting.put(key, key.interestOps());
        key.interestOps(0);
    }

    private void wake() {
        resting.forEach((key, operations) -> {
            if (key.isValid()) {
                key.interestOps(operations);
            }
        });
        resting.clear();
    }

    private void await() throws IOException {
        if (later.isEmpty()) {
            boolean nothingWaits = resting.isEmpty() && idle.getAsBoolean();
            selector.select(this::ready, nothingWaits ? 0 : TICK_MILLIS);
        } else {
            selector.selectNow(this::ready);
        }
    }

    private void run() {
        try (selector) {
            while (selector.isOpen() && !Thread.currentThread().isInterrupted()) {
                await();
                for (int waiting = later.size(); waiting > 0; waiting--) {
                    guard(later.remove());
                }
                if (nanoTime.getAsLong() - ticked >= TICK) {
                    ticked = nanoTime.getAsLong();
                    wake();
                    guard(tick);
                }
            }
        } catch (IOException | ClosedSelectorException e) {
            LOG.debug("{} ends", thread.getName(), e);
        } catch (Error e) {
            LOG.error("{} ends", thread.getName(), e);
            throw e;
        } finally {
            guard(end);
        }
    }

    /** Whether the thread runs. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    private void ready(SelectionKey key) {
        Handler handler = (Handler) key.attachment();
        try {
            handler.ready();
        } catch (IOException e) {
            LOG.debug("A socket is of no more use", e);
            guard(handler::failed);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            failure(e);
        }
    }

    private void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            failure(e);
        }
    }

    /** Who finds a message that makes this fail may send it ten thousand times. */
    private void failure(Throwable e) {
        if (failures < MOST_TOLD) {
            failures++;
            LOG.error("{} dropped a message", thread.getName(), e);
        }
    }

    @Override
    public void close() {
        try {
            thread.interrupt();
            selector.wakeup();
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
