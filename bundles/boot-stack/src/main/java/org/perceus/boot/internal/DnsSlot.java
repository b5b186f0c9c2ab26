package org.perceus.boot.internal;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.perceus.boot.internal.dns.forward.Resolver;
import org.perceus.boot.internal.net.LiveServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place of the DNS server. Used by one thread. */
final class DnsSlot {
    private static final Logger LOG = LoggerFactory.getLogger(DnsSlot.class);

    private final ServerSlot slot = new ServerSlot("dns");
    private final SystemResolvers system = new SystemResolvers(Path.of("/etc/resolv.conf"));
    private final ServerFactory factory;

    private record Purpose(Place place, DnsSettings settings, List<Resolver> resolvers) {
        @Override
        public String toString() {
            String others = resolvers.isEmpty()
                    ? "nobody"
                    : resolvers.stream().map(Resolver::toString).collect(Collectors.joining(", "));
            return place.device() + ", " + place.address() + " port " + settings.port() + ", for other names it asks "
                    + others;
        }
    }

    DnsSlot(ServerFactory factory) {
        this.factory = factory;
    }

    ServerSlot slot() {
        return slot;
    }

    void adjust(Place place, Optional<DnsSettings> wanted) {
        wanted.ifPresentOrElse(settings -> ensure(place, settings), slot::stop);
    }

    private void ensure(Place place, DnsSettings settings) {
        List<Resolver> named = settings.resolvers().orElseGet(system::read);
        List<Resolver> others = named.stream()
                .filter(resolver -> !resolver.isAt(place.address(), settings.port()))
                .toList();
        slot.ensure(new Purpose(place, settings, others), () -> {
            LiveServer server = start(place, settings, others);
            if (others.size() < named.size()) {
                LOG.warn(
                        "{} of {} is this DNS server itself, so it is not asked for other names: name another",
                        place.address(),
                        settings.resolvers().isPresent() ? "dnsForwarders" : "/etc/resolv.conf");
            }
            return server;
        });
    }

    private LiveServer start(Place place, DnsSettings settings, List<Resolver> resolvers) throws IOException {
        try {
            return factory.dns(place, settings, resolvers);
        } catch (IOException e) {
            if (e.getCause() instanceof BindException) {
                throw new IOException(
                        e.getMessage() + "; stop the DNS server that has it, such as dnsmasq, or have dns = false for "
                                + place.device(),
                        e);
            }
            throw e;
        }
    }
}
