package org.perceus.boot.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.internal.dhcp.Relays;
import org.perceus.boot.internal.dhcp.ServerFacts;

/** The places for the servers of one device that hear whoever asks there by DHCP. Used by one thread. */
final class DhcpSlots {
    private final ServerFactory factory;
    private final ServerSlot full = new ServerSlot("dhcp");
    private final ServerSlot proxy = new ServerSlot("proxy-dhcp");

    private record Purpose(String device, int index, List<ServerFacts> facts, Relays relays) {
        @Override
        public String toString() {
            return device + ", "
                    + facts.stream().map(one -> one.address().toString()).collect(Collectors.joining(" and "))
                    + " port "
                    + facts.get(0).port();
        }
    }

    DhcpSlots(ServerFactory factory) {
        this.factory = factory;
    }

    /**
     * Has those up that are wanted.
     *
     * @param facts for each address that is served, all of one role; none when nobody shall be heard
     * @param relays who may ask for others
     */
    void adjust(Place place, List<ServerFacts> facts, Relays relays) {
        if (facts.isEmpty()) {
            stop();
            return;
        }
        boolean beside = facts.get(0).role() == DhcpRole.PROXY;
        // the other one holds the port
        (beside ? full : proxy).stop();
        (beside ? proxy : full)
                .ensure(
                        new Purpose(place.device(), place.index(), facts, relays),
                        () -> factory.dhcp(place.device(), facts, relays));
    }

    Stream<ServerSlot> all() {
        return Stream.of(full, proxy);
    }

    void stop() {
        all().forEach(ServerSlot::stop);
    }
}
