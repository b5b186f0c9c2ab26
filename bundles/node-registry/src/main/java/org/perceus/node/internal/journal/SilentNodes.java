package org.perceus.node.internal.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;

/** Which nodes were found silent, and when they were last heard of: it is on disk, so a restart wakes none. Thread-safe. */
final class SilentNodes {
    private final Map<MacAddress, Instant> heard;

    /** @param known those of before the start */
    SilentNodes(Map<MacAddress, Instant> known) {
        heard = new ConcurrentHashMap<>(known);
    }

    Optional<Instant> lastHeard(MacAddress mac) {
        return Optional.ofNullable(heard.get(mac));
    }

    void forget(MacAddress mac) {
        heard.remove(mac);
    }

    /** Looks at nodes. The result says of which ones it changed since the last time, and how. */
    Map<MacAddress, Optional<Instant>> look(Collection<MacAddress> nodes, Function<MacAddress, NodeStatus> status) {
        Map<MacAddress, Optional<Instant>> changes = new HashMap<>();
        for (MacAddress mac : nodes) {
            NodeStatus now = status.apply(mac);
            if (now.state() != NodeState.SILENT) {
                if (heard.remove(mac) != null) {
                    changes.put(mac, Optional.empty());
                }
            } else {
                Instant last = now.lastContact().orElseThrow();
                if (!last.equals(heard.put(mac, last))) {
                    changes.put(mac, Optional.of(last));
                }
            }
        }
        return changes;
    }
}
