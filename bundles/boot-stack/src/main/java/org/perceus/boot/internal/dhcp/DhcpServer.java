package org.perceus.boot.internal.dhcp;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LiveServer;
import org.perceus.boot.internal.net.NeighborTable;
import org.perceus.boot.internal.net.PacketReceiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The DHCP server of one interface: a socket, a thread that receives and answers those who are known, and one for the others. */
public final class DhcpServer implements LiveServer {
    private static final Logger LOG = LoggerFactory.getLogger(DhcpServer.class);
    private static final int MOST_IN_FLIGHT = 4096;

    private final DatagramChannel channel;
    private final KnownFirst knownFirst;
    private final ExchangeLoop loop;

    /**
     * Starts.
     *
     * @param name for the thread
     * @param channel the bound socket, which now belongs to this server
     * @param servers what answers say of the server, for each of its addresses on the wire
     * @param relays who may ask for others
     * @param neighbors which machine has which address, on the device of the socket
     * @param policy whom to ask, if there is one now
     * @param counters where to count
     * @param scheduler gives up late questions
     * @throws IOException when the system has no selector to give
     */
    public DhcpServer(
            String name,
            DatagramChannel channel,
            List<ServerFacts> servers,
            Relays relays,
            NeighborTable neighbors,
            Supplier<Optional<BootPolicy>> policy,
            Counters.Scope counters,
            ScheduledExecutorService scheduler)
            throws IOException {
        this.channel = channel;
        Dialogue dialogue = Dialogue.of(servers, policy);
        DhcpExchange exchange = new DhcpExchange(
                dialogue.replies(),
                policy,
                ExchangeLoop.inFlight(MOST_IN_FLIGHT),
                new ReplySender(channel, counters),
                neighbors,
                counters);
        SparseLog log = new SparseLog(LOG, name, System::nanoTime);
        this.knownFirst = new KnownFirst(
                name + "-strangers",
                mac -> policy.get().map(decider -> decider.knows(mac)).orElse(true),
                datagram -> exchange.received(datagram, dialogue.classifier()),
                counters,
                log);
        PacketReceiver believed = new KnownRelays(knownFirst, relays, policy, counters);
        this.loop = loop(name, new SystemSenders(believed, servers.get(0).port(), counters, log), exchange, scheduler);
    }

    private ExchangeLoop loop(
            String name, PacketReceiver receiver, DhcpExchange exchange, ScheduledExecutorService scheduler)
            throws IOException {
        try {
            return new ExchangeLoop(name, channel, receiver, exchange, scheduler);
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
        return loop.isAlive() && knownFirst.isAlive();
    }

    @Override
    public void close() {
        loop.close();
        knownFirst.close();
    }
}
