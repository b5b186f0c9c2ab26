package org.perceus.boot.internal.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.function.BiConsumer;
import org.perceus.boot.internal.limit.SparseLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that hands every datagram of a socket to a receiver. */
public final class PacketLoop implements LiveServer {
    private static final Logger LOG = LoggerFactory.getLogger(PacketLoop.class);
    private static final int ROOM = 8192;
    private static final long STOP_MILLIS = 3000;

    private final DatagramChannel channel;
    private final BiConsumer<ByteBuffer, InetSocketAddress> receiver;
    private final SparseLog log;
    private final Thread thread;

    /**
     * Starts the thread.
     *
     * @param name of the thread
     * @param channel a blocking socket, closed with this
     * @param receiver gets a buffer that it must not keep, and who sent it
     */
    public PacketLoop(String name, DatagramChannel channel, BiConsumer<ByteBuffer, InetSocketAddress> receiver) {
        this.channel = channel;
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
        while (channel.isOpen()) {
            try {
                buffer.clear();
                InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer);
                receiver.accept(buffer.flip(), sender);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.debug("{} did not receive", thread.getName(), e);
                pause();
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                log.error("it dropped a packet", e);
            }
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
            thread.join(STOP_MILLIS);
        } catch (IOException e) {
            LOG.debug("{} did not close its socket", thread.getName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
