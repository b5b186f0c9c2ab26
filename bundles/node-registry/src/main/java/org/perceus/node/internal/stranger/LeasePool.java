package org.perceus.node.internal.stranger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.perceus.address.AddressRange;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.StrangerLeases.Lease;
import org.perceus.node.StrangerLeases.Stage;

/** The leases of one network, at most as many as its pool has addresses. Thread-safe. */
final class LeasePool {
    /** Whoever finds no free address in a whole pool does not look again for so long. */
    private static final Duration FUTILE = Duration.ofSeconds(1);

    /** Of leases that another DHCP server gave. */
    static final int MOST_GIVEN = 65_536;

    private final Optional<AddressRange> range;
    private final int size;
    /** Of each stage, those that were renewed longest ago first. */
    private final Map<Stage, LinkedHashMap<MacAddress, Lease>> stages = new EnumMap<>(Stage.class);

    private final Map<Ipv4Address, MacAddress> holders = new HashMap<>();
    private int next;
    private Instant futile = Instant.EPOCH;

    LeasePool(Network network) {
        this.range = network.pool();
        this.size = range.map(AddressRange::size).orElse(0);
        for (Stage stage : Stage.values()) {
            stages.put(stage, new LinkedHashMap<>());
        }
    }

    synchronized Optional<Lease> find(MacAddress mac) {
        return stages.values().stream()
                .flatMap(some -> Optional.ofNullable(some.get(mac)).stream())
                .findFirst();
    }

    /** Puts a lease in the place of the one that the machine had, which must have had the same address or none. */
    synchronized Lease put(Lease lease) {
        remove(lease.mac());
        stages.get(lease.stage()).put(lease.mac(), lease);
        holders.put(lease.address(), lease.mac());
        return lease;
    }

    /** Puts a lease that another server gave, who may have had the address before or not; the oldest one goes where there are too many. */
    synchronized Lease given(Lease lease) {
        holder(lease.address()).ifPresent(this::remove);
        put(lease);
        if (holders.size() > MOST_GIVEN) {
            remove(stages.get(lease.stage()).keySet().iterator().next());
        }
        return lease;
    }

    synchronized void remove(MacAddress mac) {
        for (LinkedHashMap<MacAddress, Lease> stage : stages.values()) {
            Lease gone = stage.remove(mac);
            if (gone != null) {
                holders.remove(gone.address());
            }
        }
    }

    synchronized Optional<MacAddress> holder(Ipv4Address address) {
        return Optional.ofNullable(holders.get(address));
    }

    synchronized List<Lease> all() {
        List<Lease> all = new ArrayList<>();
        stages.values().forEach(stage -> all.addAll(stage.values()));
        return all;
    }

    /**
     * An address that nobody else has a better right to; whoever had it has it no longer.
     *
     * @param usable whether an address may be lent at all
     */
    synchronized Optional<Ipv4Address> take(Optional<Ipv4Address> wanted, Predicate<Ipv4Address> usable, Instant now) {
        Optional<Ipv4Address> asked = wanted.filter(this::isIn).filter(usable).filter(address -> yields(address, now));
        if (asked.isPresent()) {
            holder(asked.get()).ifPresent(this::remove);
            return asked;
        }
        return unused(usable, now).or(() -> leastWanted(usable, now));
    }

    /** Whether {@link #take} would find an address that was offered to nobody, or to somebody whose time is over. */
    synchronized boolean hasRoom(Predicate<Ipv4Address> usable, Instant now) {
        return nextUnused(usable, now).isPresent()
                || stages.values().stream()
                        .flatMap(leases -> leases.values().stream().takeWhile(lease -> isOver(lease, now)))
                        .anyMatch(lease -> usable.test(lease.address()));
    }

    private boolean yields(Ipv4Address address, Instant now) {
        return holder(address)
                .flatMap(this::find)
                .map(lease -> lease.stage() == Stage.OFFERED || isOver(lease, now))
                .orElse(true);
    }

    private Optional<Ipv4Address> unused(Predicate<Ipv4Address> usable, Instant now) {
        Optional<Ipv4Address> found = nextUnused(usable, now);
        next = found.isPresent() ? (next + 1) % size : next;
        return found;
    }

    /** Goes on where it found the last one, so that a full pool is not walked through for each. */
    private Optional<Ipv4Address> nextUnused(Predicate<Ipv4Address> usable, Instant now) {
        if (holders.size() >= size || now.isBefore(futile.plus(FUTILE))) {
            return Optional.empty();
        }
        for (int i = 0; i < size; i++) {
            Ipv4Address address = range.orElseThrow().at(next);
            if (!holders.containsKey(address) && usable.test(address)) {
                return Optional.of(address);
            }
            next = (next + 1) % size;
        }
        futile = now;
        return Optional.empty();
    }

    private Optional<Ipv4Address> leastWanted(Predicate<Ipv4Address> usable, Instant now) {
        for (Stage stage : Stage.values()) {
            Iterator<Lease> eldest = stages.get(stage).values().iterator();
            while (eldest.hasNext()) {
                Lease lease = eldest.next();
                if (stage != Stage.OFFERED && !isOver(lease, now)) {
                    break;
                }
                eldest.remove();
                holders.remove(lease.address());
                if (usable.test(lease.address())) {
                    return Optional.of(lease.address());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOver(Lease lease, Instant now) {
        return now.isAfter(lease.until());
    }

    private boolean isIn(Ipv4Address address) {
        return range.filter(pool -> pool.contains(address)).isPresent();
    }
}
