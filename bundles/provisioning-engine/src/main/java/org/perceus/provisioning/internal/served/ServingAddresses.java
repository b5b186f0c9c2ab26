package org.perceus.provisioning.internal.served;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.IpAddress;
import org.perceus.address.Ipv4Address;
import org.perceus.node.OwnAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this machine's addresses from nodes: those at which it provisions, and all others that it has. Thread-safe. */
@Component
public final class ServingAddresses implements OwnAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(ServingAddresses.class);
    /** Whoever asks for all nodes asks the system once. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Seen(Instant at, Set<Ipv4Address> addresses) {}

    private final ServedInterfaces interfaces;
    private final Supplier<Set<Ipv4Address>> machine;
    private final Clock clock;
    private volatile Seen seen = new Seen(Instant.EPOCH, Set.of());

    @Activate
    public ServingAddresses(@Reference ServedInterfaces interfaces) {
        this(interfaces, ServingAddresses::ofMachine, Clock.systemUTC());
    }

    /** @param machine the addresses of all network devices */
    ServingAddresses(ServedInterfaces interfaces, Supplier<Set<Ipv4Address>> machine, Clock clock) {
        this.interfaces = interfaces;
        this.machine = machine;
        this.clock = clock;
    }

    @Override
    public Set<Ipv4Address> addresses() {
        Set<Ipv4Address> all = new HashSet<>(interfaces.addresses());
        all.addAll(machine());
        return all;
    }

    private Set<Ipv4Address> machine() {
        Seen last = seen;
        Instant now = clock.instant();
        if (Duration.between(last.at(), now).abs().compareTo(FRESH) >= 0) {
            last = new Seen(now, machine.get());
            seen = last;
        }
        return last.addresses();
    }

    private static Set<Ipv4Address> ofMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(IpAddress::of)
                    .filter(Ipv4Address.class::isInstance)
                    .map(Ipv4Address.class::cast)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            LOG.warn("This machine does not tell its addresses, so nodes may be given them: {}", e.getMessage());
            return Set.of();
        }
    }
}
