package org.perceus.boot.internal.tftp;

import java.util.concurrent.TimeUnit;

/**
 * One file on its way to one client: RFC 1350 with windows (RFC 7440; a window of one is lock step). Packets and time
 * go in, packets come out; it knows no socket, no file and no clock.
 */
final class Transfer {
    private static final int BLOCK_NUMBERS = 0x10000;

    /**
     * Octets that go to a client without its asking again before it has acknowledged anything: its address may be that of
     * somebody who asked for nothing.
     */
    private static final int MOST_UNPROVEN = 1100;

    private static final long LONGEST_UNPROVEN = TimeUnit.SECONDS.toNanos(5);

    /** A client with a long time-out that is gone would hold its place for minutes. */
    private static final long LONGEST_SILENCE = TimeUnit.SECONDS.toNanos(60);

    private final Terms terms;
    private final long size;
    private final long blocks;
    private final int mostRepetitions;
    private final Out out;
    private final RetransmissionTimer timer;

    /** Blocks that the client has; -1 while the option acknowledgement is under way. */
    private long acknowledged;

    /** Blocks that were sent at least once. */
    private long sent;

    private long progressedAt;
    private int unproven;
    private long windowSentAt;
    private boolean windowRepeated;
    private long deadline;
    private State state = State.RUNNING;

    /** How a transfer stands. */
    enum State {
        RUNNING,
        COMPLETED,
        ABORTED,
        TIMED_OUT
    }

    /** Where packets go. */
    interface Out {
        void optionsAck();

        /**
         * A block.
         *
         * @param number its number on the wire
         * @param offset where its content begins in the file
         * @param length octets of content
         */
        void data(int number, long offset, int length);
    }

    /**
     * A transfer that has not begun.
     *
     * @param size octets in the file
     * @param mostRepetitions how often something is sent again before the client counts as gone
     */
    Transfer(Terms terms, long size, int mostRepetitions, Out out) {
        this.terms = terms;
        this.size = size;
        this.blocks = size / terms.blockSize() + 1;
        this.mostRepetitions = mostRepetitions;
        this.out = out;
        this.timer = new RetransmissionTimer(terms.timeout());
        this.acknowledged = terms.acknowledged().isEmpty() ? 0 : -1;
        this.unproven = firstPacket();
    }

    void start(long now) {
        progressedAt = now;
        sendWindow(now, false);
    }

    /** The client sent its request once more, as it heard no answer. */
    void requestedAgain(long now) {
        if (awaitsFirstAnswer()) {
            sendWindow(now, true);
        }
    }

    /** When the client came further for the last time. */
    long progressedAt() {
        return progressedAt;
    }

    /** The client sent something. */
    void received(TftpPacket packet, long now) {
        if (state == State.RUNNING && packet instanceof TftpPacket.Ack ack) {
            acknowledge(ack.block(), now);
        } else if (packet instanceof TftpPacket.Error) {
            state = State.ABORTED;
        }
    }

    /** Time has passed; repeats when it is time to. */
    void tick(long now) {
        if (state != State.RUNNING || now - deadline < 0) {
            return;
        }
        boolean tooMuch = awaitsFirstAnswer() && unproven + firstPacket() > MOST_UNPROVEN;
        if (timer.repeated() > mostRepetitions || tooMuch || now - progressedAt >= LONGEST_SILENCE) {
            state = State.TIMED_OUT;
            return;
        }
        unproven += firstPacket();
        sendWindow(now, true);
    }

    State state() {
        return state;
    }

    /** Whether the client has not acknowledged anything yet. */
    boolean awaitsFirstAnswer() {
        return acknowledged == (terms.acknowledged().isEmpty() ? 0 : -1);
    }

    /** When {@link #tick} has something to do. */
    long deadline() {
        return deadline;
    }

    private void acknowledge(int number, long now) {
        long block = unwrap(number);
        boolean whole = block == sent;
        if (block > acknowledged && block <= sent) {
            if (!windowRepeated && whole) {
                timer.measured(now - windowSentAt);
            }
            timer.progressed();
            acknowledged = block;
            progressedAt = now;
            if (acknowledged == blocks) {
                state = State.COMPLETED;
            } else if (whole || answersThisWindow(now)) {
                sendWindow(now, false);
            }
        } else if (block == acknowledged && terms.window() > 1 && answersThisWindow(now)) {
            // The first block of the window was lost. In lock step this could as well be a duplicate, and answering
            // that would double every packet from here on (RFC 1123 section 4.2.3.1).
            sendWindow(now, true);
        }
    }

    /** Whether a client that reports a gap can mean the window that was sent last: earlier reports mean earlier ones. */
    private boolean answersThisWindow(long now) {
        return now - windowSentAt > timer.tooSoon();
    }

    /** The block that a number on the wire means: the nearest at or after what is acknowledged. */
    private long unwrap(int number) {
        long base = Math.max(acknowledged, 0);
        long distance = Math.floorMod(number - base, (long) BLOCK_NUMBERS);
        return base + distance;
    }

    private void sendWindow(long now, boolean again) {
        if (acknowledged < 0) {
            out.optionsAck();
            windowRepeated = again;
            sent = 0;
        } else {
            long end = Math.min(blocks, acknowledged + terms.window());
            windowRepeated = again || sent > acknowledged;
            for (long block = acknowledged + 1; block <= end; block++) {
                long offset = (block - 1) * terms.blockSize();
                out.data((int) (block % BLOCK_NUMBERS), offset, (int) Math.min(terms.blockSize(), size - offset));
            }
            sent = end;
        }
        windowSentAt = now;
        deadline = now + (awaitsFirstAnswer() ? Math.min(LONGEST_UNPROVEN, timer.delay()) : timer.delay());
    }

    /** About as many octets as what goes out first. */
    private int firstPacket() {
        int options = terms.acknowledged().entrySet().stream()
                .mapToInt(option -> option.getKey().length() + option.getValue().length() + 2)
                .sum();
        return TftpWriter.DATA_HEADER + (options == 0 ? (int) Math.min(terms.blockSize(), size) : options);
    }
}
