package org.perceus.provisioning.internal.whereabouts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;

/**
 * Which addresses machines behind relays said that they take from another DHCP server. A packet says it, so it counts for who also
 * asks from there. In memory, of those who said it last. Thread-safe.
 */
@Component(service = TakenAddresses.class)
public final class TakenAddresses {
    private static final int MOST = 50_000;
    /** From the request to the script of iPXE it is seconds, with retries minutes. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<MacAddress, Taken> taken = new LinkedHashMap<>();

    private record Taken(Ipv4Address address, Instant at) {}

    @Activate
    public TakenAddresses() {
        this(Clock.systemUTC());
    }

    public TakenAddresses(Clock clock) {
        this.clock = clock;
    }

    /** A packet in a machine's name took an address. */
    public synchronized void note(MacAddress mac, Ipv4Address address) {
        taken.remove(mac);
        taken.put(mac, new Taken(address, clock.instant()));
        if (taken.size() > MOST) {
            taken.remove(taken.keySet().iterator().next());
        }
    }

    /** The address that a machine took lately. */
    synchronized Optional<Ipv4Address> of(MacAddress mac) {
        return Optional.ofNullable(taken.get(mac))
                .filter(last -> clock.instant().isBefore(last.at().plus(FRESH)))
                .map(Taken::address);
    }
}
