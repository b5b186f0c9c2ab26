package org.perceus.simulator.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** The sockets and the times of all nodes, in the one thread that calls it. */
public final class EventLoop implements AutoCloseable {
    private static final int ROOM = 256 << 10;

    private final Selector selector;
    private final TreeSet<Timer> timers = new TreeSet<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM);
    private final Queue<Runnable> arrivals = new ConcurrentLinkedQueue<>();
    private final Sockets sockets = Sockets.ofThisProcess();
    private final AtomicBoolean awoken = new AtomicBoolean();
    private long timersSoFar;
    private long longestLag;

    /** What is told of a socket. */
    public interface Handler {
        /** The socket can do one of the things that were asked for. */
        void ready(SelectionKey key);
    }

    /** @throws IOException when the system has no selector to give */
    public EventLoop() throws IOException {
        this.selector = Selector.open();
    }

    /** Milliseconds since some moment. */
    public long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** An empty buffer, of use until the handler returns. */
    public ByteBuffer buffer() {
        return buffer.clear();
    }

    /** Tells a handler of a socket, which must not block. */
    public SelectionKey register(SelectableChannel channel, int operations, Handler handler) throws IOException {
        return channel.register(selector, operations, handler);
    }

    /** Those of the nodes, but for what all of them share. */
    public Sockets sockets() {
        return sockets;
    }

    /** Has something done in some milliseconds. */
    public Timer after(long millis, Runnable action) {
        Timer timer = new Timer(this, now() + Math.max(0, millis), timersSoFar++, action);
        timers.add(timer);
        return timer;
    }

    /** Has something done by the loop's thread at once; for other threads. */
    public void execute(Runnable arrival) {
        arrivals.add(arrival);
        if (!awoken.getAndSet(true)) {
            selector.wakeup();
        }
    }

    /** How many milliseconds after its time something was done at the worst, because this thread had too little processor. */
    public long longestLag() {
        return longestLag;
    }

    void remove(Timer timer) {
        timers.remove(timer);
    }

    /** Works until that is so. */
    public void runUntil(BooleanSupplier done) throws IOException {
        while (!done.getAsBoolean()) {
            int closed = sockets.closed();
            long pause = timers.isEmpty() ? Long.MAX_VALUE : timers.first().at() - now();
            if (pause > 0 && !sockets.isWanted()) {
                selector.select(EventLoop::dispatch, Math.min(pause, 1000));
            } else {
                selector.selectNow(EventLoop::dispatch);
            }
            sockets.handOn(closed);
            takeArrivals();
            runTimers();
        }
    }

    /** Before the timers: an answer that is here already must not be asked for again. */
    private void takeArrivals() {
        awoken.set(false);
        for (Runnable arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
            arrival.run();
        }
    }

    private static void dispatch(SelectionKey key) {
        if (key.isValid()) {
            ((Handler) key.attachment()).ready(key);
        }
    }

    private void runTimers() {
        long now = now();
        if (!timers.isEmpty()) {
            longestLag = Math.max(longestLag, now - timers.first().at());
        }
        while (!timers.isEmpty() && timers.first().at() <= now) {
            timers.pollFirst().run();
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
