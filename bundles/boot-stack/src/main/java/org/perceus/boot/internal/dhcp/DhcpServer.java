package org.perceus.boot.internal.dhcp;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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

    private final DatagramChannel channel;
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
        InFlight inFlight = new InFlight(MOST_IN_FLIGHT, PATIENCE, System::nanoTime);
        Dialogue dialogue = Dialogue.of(server);
        DhcpExchange exchange =
                new DhcpExchange(dialogue.replies(), policy, inFlight, new ReplySender(channel, counters), counters);
        this.knownFirst = new KnownFirst(
                name + "-strangers",
                mac -> policy.get().map(decider -> decider.knows(mac)).orElse(true),
                datagram -> exchange.received(datagram, dialogue.classifier()),
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
