package org.perceus.boot.internal.dns;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.perceus.boot.NameDirectory;
import org.perceus.boot.internal.dns.forward.Forwarder;
import org.perceus.boot.internal.dns.forward.Resolver;
import org.perceus.boot.internal.dns.limit.LimitWatch;
import org.perceus.boot.internal.dns.limit.RefusalBudget;
import org.perceus.boot.internal.dns.wire.Loop;
import org.perceus.boot.internal.dns.wire.SelectorLines;
import org.perceus.boot.internal.dns.wire.TcpPort;
import org.perceus.boot.internal.dns.wire.UdpPort;
import org.perceus.boot.internal.dns.zone.NameServer;
import org.perceus.boot.internal.dns.zone.Zones;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LiveServer;

/** The DNS server of one interface: one thread for its ports, its clients and the resolvers. */
public final class DnsServer implements LiveServer {
    private static final int REFUSALS_PER_SECOND = 200;

    private final DatagramChannel udp;
    private final ServerSocketChannel tcp;
    private final Loop loop;

    /**
     * Starts.
     *
     * @param name for the thread and the log
     * @param udp the bound socket, which now belongs to this server
     * @param tcp the one for TCP, likewise
     * @param server what its answers say of it
     * @param directory whom to ask for the names of the site, if there is one now
     * @param resolvers whom to ask for all others
     * @param counters where to count
     * @param random gives numbers that nobody can guess
     * @param nanoTime a clock as {@link System#nanoTime}
     * @throws IOException when the kernel refuses; the sockets are closed then
     */
    public DnsServer(
            String name,
            DatagramChannel udp,
            ServerSocketChannel tcp,
            NameServer server,
            Supplier<Optional<NameDirectory>> directory,
            List<Resolver> resolvers,
            Counters.Scope counters,
            RandomGenerator random,
            LongSupplier nanoTime)
            throws IOException {
        this.udp = udp;
        this.tcp = tcp;
        LimitWatch limits = new LimitWatch(name, counters);
        try {
            this.loop = new Loop(name, nanoTime);
            Forwarder forwarder = new Forwarder(resolvers, new SelectorLines(loop), random, nanoTime, counters, limits);
            DnsExchange exchange = new DnsExchange(
                    new Zones(server),
                    directory,
                    forwarder,
                    new RefusalBudget(REFUSALS_PER_SECOND, nanoTime),
                    limits,
                    counters);
            new UdpPort(loop, udp, exchange::received, counters);
            TcpPort port = new TcpPort(loop, tcp, exchange::received, limits, nanoTime);
            loop.start(
                    () -> {
                        forwarder.tick();
                        port.tick();
                    },
                    () -> forwarder.isIdle() && port.isIdle(),
                    () -> {
                        forwarder.close();
                        port.end();
                    });
        } catch (IOException e) {
            closeSockets();
            throw e;
        }
    }

    private void closeSockets() throws IOException {
        try (udp;
                tcp) {
            // both are closed, whatever happens
        }
    }

    @Override
    public boolean isAlive() {
        return loop.isAlive();
    }

    @Override
    public void close() throws IOException {
        loop.close();
        closeSockets();
    }
}
