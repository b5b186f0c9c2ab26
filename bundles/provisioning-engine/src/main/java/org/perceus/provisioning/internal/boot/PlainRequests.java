package org.perceus.provisioning.internal.boot;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.perceus.node.MacAddress;

/** When nodes last asked for an address as installed systems do, not as boot firmware does. In memory. Thread-safe. */
@Component(service = PlainRequests.class)
public final class PlainRequests {
    private static final int NODES = 200_000;

    private final Map<MacAddress, Instant> last = new ConcurrentHashMap<>();
    private final Clock clock;

    @Activate
    public PlainRequests() {
        this(Clock.systemUTC());
    }

    public PlainRequests(Clock clock) {
        this.clock = clock;
    }

    /** Notes that a known node asked. */
    public void note(MacAddress mac) {
        if (last.size() < NODES || last.containsKey(mac)) {
            last.put(mac, clock.instant());
        }
    }

    /** Whether a node asked after a moment. */
    public boolean since(MacAddress mac, Instant then) {
        return Optional.ofNullable(last.get(mac)).filter(then::isBefore).isPresent();
    }
}
