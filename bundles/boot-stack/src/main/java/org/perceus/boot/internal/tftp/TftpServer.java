package org.perceus.boot.internal.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.perceus.boot.internal.file.BootFile;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.DeviceSockets;
import org.perceus.boot.internal.net.LiveServer;
import org.perceus.boot.internal.net.ReceiveSelector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The read-only TFTP server of one interface: one thread for its port and all transfers. */
public final class TftpServer implements LiveServer {
    private static final Logger LOG = LoggerFactory.getLogger(TftpServer.class);
    private static final long TICK_MILLIS = 5;
    private static final long STOP_MILLIS = 3000;
    private static final int MOST_REQUESTS_AT_ONCE = 64;
    private static final int ROOM = 2048;

    /** Requests of tens of thousands of machines; it is kernel memory, and in use for seconds only. */
    private static final int RECEIVE_BUFFER = 16 << 20;

    private final DatagramChannel channel;
    private final Selector selector;
    private final TransferPorts transfers;
    private final RequestHandler handler;
    private final Sessions sessions;
    private final Counters.Scope counters;
    private final SparseLog log;
    private final LongSupplier nanoTime;
    private final ByteBuffer packets = ByteBuffer.allocateDirect(ROOM);
    private final Thread thread;

    /**
     * Starts.
     *
     * @param name for the thread
     * @param device to which the transfers' sockets are bound
     * @param mtu its largest packet: no block is larger
     * @param local where to listen
     * @param sockets opens all sockets
     * @param files finds files by the clients' names for them
     * @param counters where to count
     * @param nanoTime a clock as {@link System#nanoTime}
     * @throws IOException when the socket cannot be had; the message is a sentence for the operator
     */
    public TftpServer(
            String name,
            String device,
            int mtu,
            InetSocketAddress local,
            DeviceSockets sockets,
            Function<String, Optional<BootFile>> files,
            Counters.Scope counters,
            LongSupplier nanoTime)
            throws IOException {
        this.channel = sockets.datagram(device, local, RECEIVE_BUFFER);
        this.selector = ReceiveSelector.of(channel);
        this.transfers = transfers(sockets, device, local);
        this.log = new SparseLog(LOG, name, nanoTime);
        this.handler = new RequestHandler(mtu, files, transfers, counters, log);
        this.sessions = new Sessions(counters, log);
        this.counters = counters;
        this.nanoTime = nanoTime;
        this.thread = new Thread(this::run, name);
        thread.start();
    }

    private TransferPorts transfers(DeviceSockets sockets, String device, InetSocketAddress local) throws IOException {
        try {
            return TransferPorts.open(sockets, device, new InetSocketAddress(local.getAddress(), 0), selector);
        } catch (IOException e) {
            selector.close();
            channel.close();
            throw e;
        }
    }

    /** Where it listens. */
    public SocketAddress address() throws IOException {
        return channel.getLocalAddress();
    }

    private void run() {
        try (selector;
                channel;
                transfers) {
            long nextTick = nanoTime.getAsLong();
            while (channel.isOpen()) {
                selector.select(this::ready, sessions.isEmpty() ? 0 : TICK_MILLIS);
                long now = nanoTime.getAsLong();
                if (now - nextTick >= 0) {
                    guard(() -> sessions.tick(now));
                    nextTick = now + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
                }
            }
        } catch (IOException | ClosedSelectorException e) {
            LOG.debug("{} ends", thread.getName(), e);
        } catch (Error e) {
            log.error("it ends", e);
            throw e;
        } finally {
            sessions.closeAll();
        }
    }

    private void ready(SelectionKey key) {
        guard(() -> {
            if (key.attachment() instanceof TransferPort port) {
                receive(port);
            } else {
                acceptRequests();
            }
        });
    }

    private void receive(TransferPort port) {
        try {
            port.receive(packets).ifPresent(session -> {
                session.received(TftpParser.parse(packets.flip()), nanoTime.getAsLong());
                sessions.review(session);
            });
        } catch (IOException e) {
            LOG.debug("{} did not receive", thread.getName(), e);
        }
    }

    private void guard(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            log.error("it dropped a packet", e);
        }
    }

    private void acceptRequests() {
        try {
            for (int i = 0; i < MOST_REQUESTS_AT_ONCE; i++) {
                if (!(channel.receive(packets.clear()) instanceof InetSocketAddress peer)) {
                    return;
                }
                accept(TftpParser.parse(packets.flip()), peer);
            }
        } catch (IOException e) {
            LOG.debug("{} did not receive", thread.getName(), e);
        }
    }

    private void accept(TftpPacket packet, InetSocketAddress peer) throws IOException {
        counters.count("requests");
        if (peer.getPort() == 0) {
            // Nobody can be there, and no socket can be connected to it.
            counters.count("malformed");
            return;
        }
        long now = nanoTime.getAsLong();
        if (packet instanceof TftpPacket.ReadRequest request
                && (hasBegun(request, peer) || sessions.isLateRepeat(request, peer, now))) {
            counters.count("duplicates");
            return;
        }
        if (!sessions.makeRoom(peer.getAddress(), now)) {
            // Without an answer the client asks again, and by then there may be room.
            counters.count("overload");
            return;
        }
        RequestHandler.Decision decision = handler.decide(packet, peer);
        if (decision instanceof RequestHandler.Decision.Start start) {
            begin(start.session());
        } else if (decision instanceof RequestHandler.Decision.Refuse refuse) {
            channel.send(refuse.packet(), peer);
        }
    }

    private boolean hasBegun(TftpPacket.ReadRequest request, InetSocketAddress peer) {
        Optional<Session> begun = sessions.begunBy(request, peer);
        begun.ifPresent(session -> session.requestedAgain(nanoTime.getAsLong()));
        return begun.isPresent();
    }

    private void begin(Session session) {
        long now = nanoTime.getAsLong();
        sessions.add(session, now);
        session.start(now);
        sessions.review(session);
    }

    @Override
    public boolean isAlive() {
        return thread.isAlive() && channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.wakeup();
            thread.join(STOP_MILLIS);
        } catch (IOException e) {
            LOG.debug("{} did not close its socket", thread.getName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
