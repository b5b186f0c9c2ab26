package org.perceus.simulator.io;

/** Repeats a packet as firmware does: after 1, 2, 4 and 8 seconds, and then gives up. Belongs to the loop's thread. */
public final class Retransmission {
    private static final long FIRST_MILLIS = 1000;
    private static final long LAST_MILLIS = 8000;

    private final EventLoop loop;
    private final Runnable repeated;
    private final Runnable givenUp;
    private Runnable send = () -> {};
    private Timer timer;
    private long pause;

    /**
     * Sends nothing yet.
     *
     * @param repeated is told of each repetition
     * @param givenUp is told once nobody has answered the last
     */
    public Retransmission(EventLoop loop, Runnable repeated, Runnable givenUp) {
        this.loop = loop;
        this.repeated = repeated;
        this.givenUp = givenUp;
    }

    /** Sends a packet now, and again until {@link #stop} or another packet. */
    public void begin(Runnable packet) {
        stop();
        send = packet;
        pause = FIRST_MILLIS;
        sendAndWait();
    }

    private void again() {
        timer = null;
        if (pause >= LAST_MILLIS) {
            givenUp.run();
            return;
        }
        pause *= 2;
        repeated.run();
        sendAndWait();
    }

    /** In this order, as a packet that cannot be sent may end it all. */
    private void sendAndWait() {
        timer = loop.after(pause, this::again);
        send.run();
    }

    /** Repeats no more. */
    public void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
