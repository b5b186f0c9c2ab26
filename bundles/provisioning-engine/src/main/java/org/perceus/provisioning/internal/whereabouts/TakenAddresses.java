package org.perceus.provisioning.internal.whereabouts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;

/**
 * Which addresses machines behind relays said that they take from another DHCP server. A packet says it, so it counts for who also
 * asks from there, and packets in made-up names push out neither nodes nor machines of other networks. In memory. Thread-safe.
 */
@Component(service = TakenAddresses.class)
public final class TakenAddresses {
    /** From the request to the script of iPXE it is seconds, with retries minutes. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** As many as the largest subnet that is common has. */
    static final int MOST_STRANGERS = 16_384;

    private static final int MOST_NODES = 200_000;

    private final NodeRegistry registry;
    private final Clock clock;
    private final LastTaken nodes = new LastTaken("all networks", MOST_NODES);
    private final Map<Network, LastTaken> strangers = new ConcurrentHashMap<>();

    @Activate
    public TakenAddresses(@Reference NodeRegistry registry) {
        this(registry, Clock.systemUTC());
    }

    public TakenAddresses(NodeRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** A packet in a machine's name took an address, which says nothing where it is of no network that another server serves. */
    public void note(MacAddress mac, Ipv4Address address) {
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<Network> network =
                snapshot.network(address).filter(one -> one.pool().isEmpty());
        if (network.isEmpty()) {
            return;
        }
        LastTaken known = snapshot.nodeOf(mac).isPresent() ? nodes : strangers(network.get(), snapshot);
        known.put(mac, address, clock.instant());
    }

    private LastTaken strangers(Network network, RegistrySnapshot snapshot) {
        LastTaken known = strangers.get(network);
        if (known != null) {
            return known;
        }
        strangers.keySet().retainAll(snapshot.networks());
        return strangers.computeIfAbsent(network, fresh -> new LastTaken("network " + fresh.name(), MOST_STRANGERS));
    }

    /** Whether a machine lately took the address. */
    boolean has(MacAddress mac, Ipv4Address address) {
        Instant from = clock.instant().minus(FRESH);
        return nodes.has(mac, address, from)
                || strangers.values().stream().anyMatch(known -> known.has(mac, address, from));
    }
}
