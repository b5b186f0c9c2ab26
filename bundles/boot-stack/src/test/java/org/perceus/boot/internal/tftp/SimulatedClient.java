package org.perceus.boot.internal.tftp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * A client and a network in one, on a clock of its own: takes a transfer's packets, loses and doubles some, and answers
 * as RFC 1350 and RFC 7440 want a client to.
 */
final class SimulatedClient implements Transfer.Out {
    private static final long MILLISECOND = 1_000_000;
    private static final long DELAY = MILLISECOND / 2;
    private static final int NUMBERS = 0x10000;

    private final Random random;
    private final int window;
    private final double loss;
    private final double duplication;
    private final Deque<Event> toServer = new ArrayDeque<>();
    private final Deque<Event> toClient = new ArrayDeque<>();
    private final Set<Long> distinct = new HashSet<>();
    private final long lastBlock;

    private long now;
    private long received;
    private boolean sawOptions;
    private int inWindow;
    private int dataPackets;
    private int optionPackets;
    private boolean gone;

    private record Event(long at, int number, long offset) {}

    SimulatedClient(long seed, Terms terms, long size, double loss, double duplication) {
        this.random = new Random(seed);
        this.window = terms.window();
        this.lastBlock = size / terms.blockSize() + 1;
        this.loss = loss;
        this.duplication = duplication;
    }

    @Override
    public void optionsAck() {
        optionPackets++;
        travel(toClient, new Event(now + DELAY, -1, 0));
    }

    @Override
    public void data(int number, long offset, int length) {
        dataPackets++;
        distinct.add(offset);
        travel(toClient, new Event(now + DELAY, number, offset));
    }

    private void travel(Deque<Event> queue, Event event) {
        if (random.nextDouble() >= loss) {
            queue.add(event);
            if (random.nextDouble() < duplication) {
                queue.add(event);
            }
        }
    }

    /** Stops answering for good. */
    void leave() {
        gone = true;
    }

    /** Lets the transfer run until it ends; says how many milliseconds that took. */
    long run(Transfer transfer) {
        transfer.start(now);
        while (transfer.state() == Transfer.State.RUNNING) {
            now += MILLISECOND / 10;
            while (!toClient.isEmpty() && toClient.peek().at() <= now) {
                take(toClient.remove());
            }
            while (!toServer.isEmpty() && toServer.peek().at() <= now) {
                transfer.received(new TftpPacket.Ack(toServer.remove().number()), now);
            }
            transfer.tick(now);
        }
        return now / MILLISECOND;
    }

    private void take(Event packet) {
        if (gone) {
            return;
        }
        if (packet.number() < 0) {
            sawOptions = true;
            acknowledge();
        } else if (packet.number() == (received + 1) % NUMBERS) {
            received++;
            inWindow++;
            if (inWindow == window || received == lastBlock) {
                acknowledge();
            }
        } else if (Math.floorMod(packet.number() - received, (long) NUMBERS) < NUMBERS / 2) {
            // A gap, or the last block again because the acknowledgement was lost: say where we are (RFC 7440
            // section 4). Older blocks are duplicates and mean nothing.
            acknowledge();
        }
    }

    private void acknowledge() {
        inWindow = 0;
        travel(toServer, new Event(now + DELAY, (int) (received % NUMBERS), 0));
    }

    long received() {
        return received;
    }

    boolean sawOptions() {
        return sawOptions;
    }

    int dataPackets() {
        return dataPackets;
    }

    int optionPackets() {
        return optionPackets;
    }

    int distinctBlocks() {
        return distinct.size();
    }
}
