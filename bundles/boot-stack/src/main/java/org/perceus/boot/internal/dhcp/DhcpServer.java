package org.perceus.boot.internal.dhcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LiveServer;
import org.perceus.boot.internal.net.PacketLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The DHCP server of one interface: a socket, a thread that receives and answers those who are known, and one for the others. */
public final class DhcpServer implements LiveServer {
    private static final Logger LOG = LoggerFactory.getLogger(DhcpServer.class);
    private static final int MOST_IN_FLIGHT = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long SWEEP_MILLIS = 250;

    /** What the socket's buffer cannot take now, it can in a moment: replies leave at the speed of the link. */
    private static final int MOST_SENDS = 50;

    private static final long SEND_PAUSE_NANOS = 1_000_000;

    private final DatagramChannel channel;
    private final Counters.Scope counters;
    private final KnownFirst knownFirst;
    private final PacketLoop loop;
    private final ScheduledFuture<?> sweeping;

    /**
     * Starts.
     *
     * @param name for the thread
     * @param channel the bound socket, which now belongs to this server
     * @param server what answers say of the server
     * @param policy whom to ask, if there is one now
     * @param counters where to count
     * @param scheduler gives up late questions
     * @throws IOException when the system has no selector to give
     */
    public DhcpServer(
            String name,
            DatagramChannel channel,
            ServerFacts server,
            Supplier<Optional<BootPolicy>> policy,
            Counters.Scope counters,
            ScheduledExecutorService scheduler)
            throws IOException {
        this.channel = channel;
        this.counters = counters;
        InFlight inFlight = new InFlight(MOST_IN_FLIGHT, PATIENCE, System::nanoTime);
        DhcpExchange exchange = new DhcpExchange(server, policy, inFlight, this::send, counters);
        this.knownFirst = new KnownFirst(
                name + "-strangers",
                mac -> policy.get().map(decider -> decider.knows(mac)).orElse(true),
                exchange::received,
                counters,
                new SparseLog(LOG, name, System::nanoTime));
        this.loop = loop(name);
        this.sweeping =
                scheduler.scheduleWithFixedDelay(exchange::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private PacketLoop loop(String name) throws IOException {
        try {
            return new PacketLoop(name, channel, knownFirst);
        } catch (IOException e) {
            knownFirst.close();
            throw e;
        }
    }

    private void send(ByteBuffer packet, InetSocketAddress to) {
        try {
            for (int tried = 0; channel.send(packet, to) == 0; tried++) {
                if (tried == MOST_SENDS) {
                    counters.count("unsent");
                    return;
                }
                LockSupport.parkNanos(SEND_PAUSE_NANOS);
            }
        } catch (ClosedChannelException e) {
            LOG.debug("The server stopped before it could answer {}", to);
        } catch (IOException e) {
            counters.count("unsent");
            LOG.debug("No answer to {}", to, e);
        }
    }

    /** Where it listens. */
    public SocketAddress address() throws IOException {
        return channel.getLocalAddress();
    }

    @Override
    public boolean isAlive() {
        return loop.isAlive() && knownFirst.isAlive() && !sweeping.isDone();
    }

    @Override
    public void close() {
        sweeping.cancel(false);
        loop.close();
        knownFirst.close();
    }
}
