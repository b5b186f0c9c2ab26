package org.perceus.boot.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.dhcp.BootServer;
import org.perceus.boot.internal.dhcp.DhcpServer;
import org.perceus.boot.internal.dhcp.Relays;
import org.perceus.boot.internal.dhcp.ServerFacts;
import org.perceus.boot.internal.dns.DnsServer;
import org.perceus.boot.internal.dns.forward.Resolver;
import org.perceus.boot.internal.dns.zone.NameServer;
import org.perceus.boot.internal.http.HttpServer;
import org.perceus.boot.internal.kernellog.KernelLogServer;
import org.perceus.boot.internal.ndp.SolicitationServer;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.DeviceSockets;
import org.perceus.boot.internal.net.LiveServer;
import org.perceus.boot.internal.tftp.TftpServer;

/** Starts servers. Every exception's message is a sentence for the operator. */
final class ServerFactory {
    private static final int BACKLOG = 4096;

    /** Tens of thousands of machines that are switched on together; it is kernel memory, and in use for seconds only. */
    private static final int DHCP_BUFFER = 32 << 20;

    private static final int BUFFER = 4 << 20;

    private final DeviceSockets sockets;
    private final BootServices services;
    private final Counters counters;
    private final ScheduledExecutorService scheduler;

    ServerFactory(DeviceSockets sockets, BootServices services, Counters counters, ScheduledExecutorService scheduler) {
        this.sockets = sockets;
        this.services = services;
        this.counters = counters;
        this.scheduler = scheduler;
    }

    /**
     * Listens on all addresses, because broadcasts and the renewals of clients come to different ones.
     *
     * @param facts for each address of the device that is served
     * @param relays who may ask for others
     */
    LiveServer dhcp(String device, List<ServerFacts> facts, Relays relays) throws IOException {
        return new DhcpServer(
                "boot-" + device + "-dhcp",
                sockets.datagram(device, Ipv4Address.NONE.at(facts.get(0).port()), DHCP_BUFFER),
                facts,
                relays,
                sockets.neighborTable(device),
                services::policy,
                counters.scope("dhcp." + device),
                scheduler);
    }

    /** Is asked by its address alone. */
    LiveServer bootServer(Place place, ServerFacts facts) throws IOException {
        return new BootServer(
                "boot-" + place.device() + "-boot-server",
                sockets.datagram(place.device(), place.address().at(BootServer.PORT), BUFFER),
                facts,
                services::policy,
                counters.scope("boot-server." + place.device()),
                scheduler);
    }

    /** @param http base of the URLs by which machines reach this server at that moment */
    LiveServer tftp(Place place, int port, Supplier<URI> http) throws IOException {
        return new TftpServer(
                "boot-" + place.device() + "-tftp",
                place.device(),
                place.mtu(),
                place.address().at(port),
                sockets,
                name -> services.bootFile(name, http.get()),
                counters.scope("tftp." + place.device()),
                System::nanoTime);
    }

    LiveServer kernelLog(Place place, int port) throws IOException {
        return new KernelLogServer(
                "boot-" + place.device() + "-kernel-log",
                sockets.datagram(place.device(), place.address().at(port), BUFFER),
                services::kernelLog,
                counters.scope("kernel-log." + place.device()));
    }

    LiveServer dns(Place place, DnsSettings settings, List<Resolver> resolvers) throws IOException {
        String name = "boot-" + place.device() + "-dns";
        DatagramChannel udp = sockets.datagram(place.device(), place.address().at(settings.port()), BUFFER);
        try {
            return new DnsServer(
                    name,
                    udp,
                    sockets.listener(place.device(), (InetSocketAddress) udp.getLocalAddress(), BACKLOG),
                    new NameServer(settings.name(), place.address(), settings.forwardPrivate()),
                    services::directory,
                    resolvers,
                    counters.scope("dns." + place.device()),
                    new SecureRandom(),
                    System::nanoTime);
        } catch (IOException e) {
            udp.close();
            throw e;
        }
    }

    LiveServer neighbors(Place place) throws IOException {
        return new SolicitationServer(
                "boot-" + place.device() + "-ndp",
                sockets.neighbors(place.device(), place.index()),
                counters.scope("ndp." + place.device()));
    }

    /** An HTTP server and where it is. */
    record Http(HttpServer server, URI base) implements LiveServer {
        @Override
        public boolean isAlive() {
            return server.isAlive();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    Http http(Place place, int port) throws IOException {
        ServerSocketChannel listener =
                sockets.listener(place.device(), place.address().at(port), BACKLOG);
        URI base = base(place.address(), listener.socket().getLocalPort());
        return new Http(
                new HttpServer(
                        "boot-" + place.device() + "-http",
                        listener,
                        services,
                        () -> base,
                        counters.scope("http." + place.device())),
                base);
    }

    static URI base(Ipv4Address address, int port) {
        return URI.create("http://" + address + ":" + port);
    }
}
