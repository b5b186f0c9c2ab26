package org.perceus.node.internal.stranger;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.StrangerLeases.Stage;
import org.perceus.node.internal.change.LentAddresses;

/** Which addresses are lent, by network, and which are set aside. In memory. Thread-safe. */
@Component(service = {LeaseBook.class, LentAddresses.class})
public final class LeaseBook implements LentAddresses {
    private final Map<Network, LentNetwork> networks = new ConcurrentHashMap<>();
    private final SetAside aside = new SetAside();
    private final Clock clock;

    /** What is lent of a network. Whoever looks and gives in one step holds it as a lock. */
    record LentNetwork(LeasePool pool, Rate rate) {}

    /** Nothing is lent. */
    @Activate
    public LeaseBook() {
        this(Clock.systemUTC());
    }

    /** @param clock says when leases are over */
    public LeaseBook(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isLent(Ipv4Address address, MacAddress unlessTo) {
        Instant now = clock.instant();
        return aside.has(address, now)
                || networks.values().stream()
                        .map(LentNetwork::pool)
                        .flatMap(pool -> pool.holder(address).flatMap(pool::find).stream())
                        .anyMatch(lease -> lease.stage() != Stage.OFFERED
                                && now.isBefore(lease.until())
                                && !lease.mac().equals(unlessTo));
    }

    Collection<LentNetwork> all() {
        return networks.values();
    }

    /** What is lent of a network; that of networks which are not configured any more is forgotten. */
    LentNetwork of(Network network, Collection<Network> configured) {
        LentNetwork known = networks.get(network);
        if (known != null) {
            return known;
        }
        networks.keySet().retainAll(configured);
        return networks.computeIfAbsent(network, fresh -> new LentNetwork(new LeasePool(fresh), new Rate()));
    }

    SetAside aside() {
        return aside;
    }

    Instant now() {
        return clock.instant();
    }
}
