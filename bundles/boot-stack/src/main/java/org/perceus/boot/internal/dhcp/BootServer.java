package org.perceus.boot.internal.dhcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LiveServer;

/**
 * The PXE boot server of one interface (PXE 2.1 section 2.2.5): tells firmware what to load that has an address by now. A socket
 * and a thread.
 */
public final class BootServer implements LiveServer {
    /** The port at which it is asked. */
    public static final int PORT = 4011;

    private static final int MOST_IN_FLIGHT = 1024;

    private final Queries queries;
    private final DhcpExchange exchange;
    private final ExchangeLoop loop;

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
    public BootServer(
            String name,
            DatagramChannel channel,
            ServerFacts server,
            Supplier<Optional<BootPolicy>> policy,
            Counters.Scope counters,
            ScheduledExecutorService scheduler)
            throws IOException {
        this.queries = new Queries(server);
        this.exchange = new DhcpExchange(
                new ProxyReplier(server),
                policy,
                ExchangeLoop.inFlight(MOST_IN_FLIGHT),
                new ReplySender(channel, counters),
                // who asks here has an address, and is answered there
                (address, machine) -> false,
                counters);
        this.loop = new ExchangeLoop(name, channel, this::received, exchange, scheduler);
    }

    private void received(ByteBuffer datagram, InetSocketAddress sender) {
        exchange.received(datagram, new BootServerClassifier(queries, sender));
    }

    @Override
    public boolean isAlive() {
        return loop.isAlive();
    }

    @Override
    public void close() {
        loop.close();
    }
}
