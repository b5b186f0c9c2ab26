package org.perceus.provisioning.internal.stranger;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.Neighbors;
import org.perceus.node.internal.stranger.LeaseBook;
import org.perceus.node.internal.stranger.MemoryLeases;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.internal.whereabouts.NeighbourTable;
import org.perceus.provisioning.internal.whereabouts.TakenAddresses;
import org.perceus.provisioning.internal.whereabouts.Whereabouts;

/** What deals with strangers, over a registry in memory. */
public final class StrangerRig {
    /** Who answers for addresses. */
    public final Map<Ipv4Address, HardwareAddress> present = new HashMap<>();

    public final MemoryLeases leases;
    public final Sightings sightings;
    public final AddressProbe probe;
    public final Admission admission;
    public final TakenAddresses taken;
    public final Whereabouts whereabouts;

    public StrangerRig(FakeRegistry registry, ServedInterfaces interfaces, Clock clock) {
        leases = new MemoryLeases(registry, new LeaseBook(clock), Map.of());
        sightings = new Sightings(registry, leases, interfaces, clock);
        Neighbors neighbors = new Neighbors() {
            @Override
            public void ask(Ipv4Address address) {
                // those that are present answer
            }

            @Override
            public int room() {
                return 1024;
            }

            @Override
            public Map<Ipv4Address, HardwareAddress> known() {
                return Map.copyOf(present);
            }
        };
        probe = new AddressProbe(neighbors);
        taken = new TakenAddresses(registry, clock);
        whereabouts = new Whereabouts(
                registry, registry, leases, new NeighbourTable(neighbors), taken, interfaces, sightings);
        admission = new Admission(registry, registry, leases);
    }
}
