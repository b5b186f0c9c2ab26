package org.perceus.simulator.io;

/** Something that is to be done at a time, unless it is cancelled before. Belongs to the loop's thread. */
public final class Timer implements Comparable<Timer> {
    private final EventLoop loop;
    private final long at;
    private final long number;
    private final Runnable action;

    Timer(EventLoop loop, long at, long number, Runnable action) {
        this.loop = loop;
        this.at = at;
        this.number = number;
        this.action = action;
    }

    long at() {
        return at;
    }

    void run() {
        action.run();
    }

    /** Has it not done; of no effect when it was. */
    public void cancel() {
        loop.remove(this);
    }

    @Override
    public int compareTo(Timer other) {
        return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
