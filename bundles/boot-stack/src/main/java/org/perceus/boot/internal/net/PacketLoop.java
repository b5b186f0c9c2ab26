package org.perceus.boot.internal.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import org.perceus.boot.internal.limit.SparseLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that hands every datagram of a socket to a receiver. */
public final class PacketLoop implements LiveServer {
    private static final Logger LOG = LoggerFactory.getLogger(PacketLoop.class);
    private static final int ROOM = 8192;
    private static final int MOST_AT_ONCE = 64;
    private static final long STOP_MILLIS = 3000;

    private final DatagramChannel channel;
    private final Selector selector;
    private final PacketReceiver receiver;
    private final SparseLog log;
    private final Thread thread;

    /**
     * Starts the thread.
     *
     * @param name of the thread
     * @param channel a socket, which does not block from now on and is closed with this
     * @throws IOException when the system has no selector to give; the socket is closed
     */
    public PacketLoop(String name, DatagramChannel channel, PacketReceiver receiver) throws IOException {
        this.channel = channel;
        this.selector = ReceiveSelector.of(channel);
        this.receiver = receiver;
        this.log = new SparseLog(LOG, name, System::nanoTime);
        this.thread = new Thread(this::run, name);
        thread.start();
    }

    private void run() {
        try {
            receive(ByteBuffer.allocateDirect(ROOM));
        } catch (Error e) {
            log.error("it ends", e);
            throw e;
        }
    }

    private void receive(ByteBuffer buffer) {
        boolean more = false;
        while (channel.isOpen()) {
            try {
                if (!more) {
                    selector.select(ready -> {});
                }
                // until it says otherwise: it may fail in between
                more = true;
                receiveAll(buffer);
                more = receiver.goOn();
            } catch (ClosedChannelException | ClosedSelectorException e) {
                return;
            } catch (IOException e) {
                LOG.debug("{} did not receive", thread.getName(), e);
                pause();
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                log.error("it dropped a packet", e);
            }
        }
    }

    private void receiveAll(ByteBuffer buffer) throws IOException {
        for (int received = 0; received < MOST_AT_ONCE; received++) {
            InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer.clear());
            if (sender == null) {
                return;
            }
            receiver.received(buffer.flip(), sender);
        }
    }

    /** A socket whose device went away fails at every call: leave the processor to others until it is closed. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAlive() {
        return thread.isAlive() && channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
            thread.join(STOP_MILLIS);
        } catch (IOException e) {
            LOG.debug("{} did not close its socket", thread.getName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
