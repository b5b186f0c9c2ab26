package org.perceus.boot;

import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;

/** Counts what the servers received, answered and dropped since they started. Thread-safe. */
@ProviderType
public interface TrafficCounters {
    /**
     * All counters, by name: server, interface and what was counted, such as {@code dhcp.eth1.malformed}. A copy.
     */
    SortedMap<String, Long> counters();
}
