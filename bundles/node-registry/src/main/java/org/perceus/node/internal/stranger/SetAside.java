package org.perceus.node.internal.stranger;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.perceus.address.Ipv4Address;

/** Addresses that somebody uses who was not given them. The oldest is forgotten when there are too many. Thread-safe. */
final class SetAside {
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Map<Ipv4Address, Instant> until = new LinkedHashMap<>();

    synchronized void add(Ipv4Address address, Instant now) {
        until.remove(address);
        until.put(address, now.plus(LENGTH));
        Iterator<Ipv4Address> oldest = until.keySet().iterator();
        while (until.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean has(Ipv4Address address, Instant now) {
        Instant end = until.get(address);
        return end != null && now.isBefore(end);
    }
}
