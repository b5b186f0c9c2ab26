package org.perceus.boot.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.ServingInterface;
import org.perceus.boot.internal.net.Devices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the servers of one interface to what the settings and the device allow. Used by one thread. */
final class InterfaceServers {
    private static final Logger LOG = LoggerFactory.getLogger(InterfaceServers.class);

    private final Devices devices;
    private final ServerFactory factory;
    private final Publisher publisher;
    private final ServerSlot http = new ServerSlot("http");
    private final ServerSlot tftp = new ServerSlot("tftp");
    private final DhcpSlots dhcp;
    private final DnsSlot dns;
    private final ServerSlot neighbors = new ServerSlot("router solicitation");
    private final ServerSlot kernelLog = new ServerSlot("kernel log");
    private Optional<URI> httpBase = Optional.empty();

    /** Also read by the thread of TFTP. */
    private volatile Optional<URI> base = Optional.empty();

    private Optional<Published> published = Optional.empty();
    private String complaint = "";

    /** Makes a serving interface known. */
    interface Publisher {
        /** Returns what takes it back. */
        Runnable publish(ServingInterface serving);
    }

    private record Published(Serving serving, Runnable withdrawal) {}

    private record Serving(
            String device, Ipv4Address address, URI server, List<String> servers, OptionalInt kernelLogPort)
            implements ServingInterface {}

    private record Purpose(Site.Ready site, int port) {
        @Override
        public String toString() {
            return site.device() + ", " + site.address() + " port " + port;
        }
    }

    InterfaceServers(Devices devices, ServerFactory factory, Publisher publisher) {
        this.devices = devices;
        this.factory = factory;
        this.dhcp = new DhcpSlots(factory);
        this.dns = new DnsSlot(factory);
        this.publisher = publisher;
    }

    /** Starts what can start and stops what cannot stay. To be called again and again. */
    void adjust(InterfaceSettings settings) {
        Site site = Site.find(settings, devices);
        if (site instanceof Site.Missing missing) {
            complain(missing.sentence());
            stop();
            return;
        }
        complaint = "";
        Site.Ready ready = (Site.Ready) site;
        adjustHttp(ready, settings);
        URI now = httpBase.orElseGet(() -> ServerFactory.base(ready.address(), settings.httpPort()));
        base = Optional.of(now);
        dns.adjust(ready, settings.dns());
        settings.tftpPort()
                .ifPresentOrElse(
                        port -> tftp.ensure(
                                new Purpose(ready, port), () -> factory.tftp(ready, port, () -> base.orElseThrow())),
                        tftp::stop);
        settings.kernelLogPort()
                .ifPresentOrElse(
                        port -> kernelLog.ensure(new Purpose(ready, port), () -> factory.kernelLog(ready, port)),
                        kernelLog::stop);
        if (settings.answerSolicitations()) {
            neighbors.ensure(ready.device() + ", index " + ready.index(), () -> factory.neighbors(ready));
        } else {
            neighbors.stop();
        }
        // Last, because a machine that has an address comes for its files at once.
        dhcp.adjust(ready, settings, now);
        publish(new Serving(
                ready.device(),
                ready.address(),
                now,
                up(),
                kernelLog.isUp() ? settings.kernelLogPort() : OptionalInt.empty()));
    }

    private void adjustHttp(Site.Ready site, InterfaceSettings settings) {
        if (settings.http()) {
            http.ensure(new Purpose(site, settings.httpPort()), () -> {
                ServerFactory.Http server = factory.http(site, settings.httpPort());
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

    private List<String> up() {
        return Stream.concat(dhcp.all(), Stream.of(tftp, http, dns.slot()))
                .filter(ServerSlot::isUp)
                .map(ServerSlot::name)
                .toList();
    }

    private void publish(Serving serving) {
        if (published.filter(now -> now.serving().equals(serving)).isPresent()) {
            return;
        }
        withdraw();
        if (!serving.servers().isEmpty()) {
            published = Optional.of(new Published(serving, publisher.publish(serving)));
        }
    }

    private void withdraw() {
        published.ifPresent(now -> now.withdrawal().run());
        published = Optional.empty();
    }

    private void complain(String sentence) {
        if (!complaint.equals(sentence)) {
            complaint = sentence;
            LOG.warn("Nothing is served: {}; it is tried again until that changes", sentence);
        }
    }

    void stop() {
        withdraw();
        dhcp.stop();
        neighbors.stop();
        kernelLog.stop();
        tftp.stop();
        dns.slot().stop();
        http.stop();
        httpBase = Optional.empty();
    }
}
