package org.perceus.boot.internal;

import java.net.URI;
import java.util.stream.Stream;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.internal.dhcp.ServerFacts;

/** The places for the servers of one interface that speak DHCP. Used by one thread. */
final class DhcpSlots {
    private final ServerFactory factory;
    private final ServerSlot full = new ServerSlot("dhcp");
    private final ServerSlot proxy = new ServerSlot("proxy-dhcp");
    private final ServerSlot bootServer = new ServerSlot("pxe");

    private record Purpose(Site.Ready site, ServerFacts facts) {
        @Override
        public String toString() {
            return site.device() + ", " + site.address() + " port " + facts.port();
        }
    }

    DhcpSlots(ServerFactory factory) {
        this.factory = factory;
    }

    /** Has those up that the settings want. */
    void adjust(Site.Ready site, InterfaceSettings settings, URI http) {
        if (settings.dhcp().isEmpty()) {
            stop();
            return;
        }
        DhcpRole role = settings.dhcp().get();
        ServerFacts facts = new ServerFacts(site.address(), http, role, settings.dhcpPort());
        boolean beside = role == DhcpRole.PROXY;
        ServerSlot wanted = beside ? proxy : full;
        // the other one holds the port
        (beside ? full : proxy).stop();
        wanted.ensure(new Purpose(site, facts), () -> factory.dhcp(site, facts));
        if (beside) {
            bootServer.ensure(new Purpose(site, facts), () -> factory.bootServer(site, facts));
        } else {
            bootServer.stop();
        }
    }

    Stream<ServerSlot> all() {
        return Stream.of(full, proxy, bootServer);
    }

    void stop() {
        all().forEach(ServerSlot::stop);
    }
}
