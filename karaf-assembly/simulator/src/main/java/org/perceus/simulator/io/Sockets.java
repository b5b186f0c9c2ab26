package org.perceus.simulator.io;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The sockets that all nodes may have together: each of them would have its own on a machine of its own, so where this
 * system gives fewer, nodes wait for one and are not failed. Belongs to the loop's thread.
 */
public final class Sockets {
    /** Descriptors for everything else, and for sockets that are closed and not forgotten by the selector yet. */
    private static final long RESERVE = 500;

    private static final long USUAL = 1024;

    private final int bound;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int taken;
    private int closed;
    private int waits;

    Sockets(int bound) {
        this.bound = bound;
    }

    /** As many as this process may have. */
    static Sockets ofThisProcess() {
        long descriptors = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : USUAL;
        return new Sockets((int) Math.min(Integer.MAX_VALUE, Math.max(descriptors / 2, descriptors - RESERVE)));
    }

    /** Does something that opens a socket: now, or when there is one to have. */
    public void take(Runnable opening) {
        if (taken < bound) {
            taken++;
            opening.run();
        } else {
            waits++;
            waiting.add(opening);
        }
    }

    /** A socket is closed, or was not opened. It is there for another when the selector has forgotten it. */
    public void giveBack() {
        closed++;
    }

    /** How many are closed and not handed on yet. */
    int closed() {
        return closed;
    }

    /** Whether somebody waits for what is closed. */
    boolean isWanted() {
        return closed > 0 && !waiting.isEmpty();
    }

    /** The selector has forgotten so many of those that are closed. */
    void handOn(int forgotten) {
        closed -= forgotten;
        taken -= forgotten;
        while (taken < bound && !waiting.isEmpty()) {
            taken++;
            waiting.poll().run();
        }
    }

    /** How often a node had to wait for one. */
    public int waits() {
        return waits;
    }
}
