package org.perceus.provisioning.internal.whereabouts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses that so many machines took last. Thread-safe. */
final class LastTaken {
    private static final Logger LOG = LoggerFactory.getLogger(LastTaken.class);

    private final String where;
    private final int most;
    /** Who took one longest ago first. */
    private final Map<MacAddress, Taken> taken = new LinkedHashMap<>();

    private Instant told = Instant.MIN;

    private record Taken(Ipv4Address address, Instant at) {}

    /** @param where the machines are, for the administrator */
    LastTaken(String where, int most) {
        this.where = where;
        this.most = most;
    }

    synchronized void put(MacAddress mac, Ipv4Address address, Instant now) {
        taken.remove(mac);
        taken.put(mac, new Taken(address, now));
        if (taken.size() > most) {
            Taken eldest = taken.remove(taken.keySet().iterator().next());
            tell(eldest, now);
        }
    }

    /** What is forgotten counts only while somebody could need it. */
    private void tell(Taken forgotten, Instant now) {
        Instant from = now.minus(TakenAddresses.FRESH);
        if (forgotten.at().isAfter(from) && told.isBefore(from)) {
            told = now;
            LOG.warn(
                    "More than {} machines of {} took addresses from another DHCP server within {} minutes, by what relays pass on:"
                            + " those that took theirs first are refused if they are no nodes, and try again"
                            + " ('perceus node add --address' for one that must not wait)",
                    most,
                    where,
                    TakenAddresses.FRESH.toMinutes());
        }
    }

    synchronized boolean has(MacAddress mac, Ipv4Address address, Instant from) {
        Taken last = taken.get(mac);
        return last != null && last.address().equals(address) && last.at().isAfter(from);
    }
}
