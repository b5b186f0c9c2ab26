package org.perceus.boot.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.ServingInterface;
import org.perceus.boot.internal.InterfaceServers.Publisher;
import org.perceus.boot.internal.dhcp.ServerFacts;

/** Brings the servers of one address to what the settings want. Used by one thread. */
final class AddressServers {
    private final ServerFactory factory;
    private final Publisher publisher;
    private final ServerSlot http = new ServerSlot("http");
    private final ServerSlot tftp = new ServerSlot("tftp");
    private final DnsSlot dns;
    private final ServerSlot bootServer = new ServerSlot("pxe");
    private final ServerSlot kernelLog = new ServerSlot("kernel log");
    private Optional<URI> httpBase = Optional.empty();

    /** Also read by the thread of TFTP. */
    private volatile Optional<URI> base = Optional.empty();

    private Optional<Published> published = Optional.empty();

    private record Published(Serving serving, Runnable withdrawal) {}

    private record Serving(
            String device, Ipv4Address address, URI server, List<String> servers, OptionalInt kernelLogPort)
            implements ServingInterface {}

    private record Purpose(Place place, int port) {
        @Override
        public String toString() {
            return place.device() + ", " + place.address() + " port " + port;
        }
    }

    private record PxePurpose(Place place, ServerFacts facts) {
        @Override
        public String toString() {
            return place.device() + ", " + place.address();
        }
    }

    AddressServers(ServerFactory factory, Publisher publisher) {
        this.factory = factory;
        this.publisher = publisher;
        this.dns = new DnsSlot(factory);
    }

    /**
     * Starts what can start and stops what cannot stay.
     *
     * @return what those are told of this server who ask by DHCP, if they are told anything
     */
    Optional<ServerFacts> adjust(Place place, InterfaceSettings settings) {
        adjustHttp(place, settings);
        URI now = httpBase.orElseGet(() -> ServerFactory.base(place.address(), settings.httpPort()));
        base = Optional.of(now);
        dns.adjust(place, settings.dns());
        settings.tftpPort()
                .ifPresentOrElse(
                        port -> tftp.ensure(
                                new Purpose(place, port), () -> factory.tftp(place, port, () -> base.orElseThrow())),
                        tftp::stop);
        settings.kernelLogPort()
                .ifPresentOrElse(
                        port -> kernelLog.ensure(new Purpose(place, port), () -> factory.kernelLog(place, port)),
                        kernelLog::stop);
        Optional<ServerFacts> facts =
                settings.dhcp().map(role -> new ServerFacts(place.address(), now, role, settings.dhcpPort()));
        facts.filter(told -> told.role() == DhcpRole.PROXY)
                .ifPresentOrElse(
                        told -> bootServer.ensure(new PxePurpose(place, told), () -> factory.bootServer(place, told)),
                        bootServer::stop);
        return facts;
    }

    private void adjustHttp(Place place, InterfaceSettings settings) {
        if (settings.http()) {
            http.ensure(new Purpose(place, settings.httpPort()), () -> {
                ServerFactory.Http server = factory.http(place, settings.httpPort());
                httpBase = Optional.of(server.base());
                return server;
            });
        } else {
            http.stop();
        }
        if (!http.isUp()) {
            httpBase = Optional.empty();
        }
    }

    /**
     * Makes known what is served.
     *
     * @param ofDevice the servers that are up for all addresses of the device
     */
    void publish(Place place, InterfaceSettings settings, Stream<ServerSlot> ofDevice) {
        Serving serving = new Serving(
                place.device(),
                place.address(),
                base.orElseThrow(),
                Stream.concat(ofDevice, Stream.of(bootServer, tftp, http, dns.slot()))
                        .filter(ServerSlot::isUp)
                        .map(ServerSlot::name)
                        .toList(),
                kernelLog.isUp() ? settings.kernelLogPort() : OptionalInt.empty());
        if (published.filter(now -> now.serving().equals(serving)).isPresent()) {
            return;
        }
        withdraw();
        if (!serving.servers().isEmpty()) {
            published = Optional.of(new Published(serving, publisher.publish(serving)));
        }
    }

    /** Nobody shall count on these servers any more. */
    void withdraw() {
        published.ifPresent(now -> now.withdrawal().run());
        published = Optional.empty();
    }

    void stop() {
        withdraw();
        Stream.of(bootServer, kernelLog, tftp, dns.slot(), http).forEach(ServerSlot::stop);
        httpBase = Optional.empty();
    }
}
