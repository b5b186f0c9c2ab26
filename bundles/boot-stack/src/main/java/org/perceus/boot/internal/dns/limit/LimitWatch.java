package org.perceus.boot.internal.dns.limit;

import java.util.EnumSet;
import java.util.Set;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts each time that a limit is reached, and says it once: a flood must not become one of the log. Used by one thread. */
public final class LimitWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LimitWatch.class);

    private final String server;
    private final Counters.Scope counters;
    private final Set<Limit> said = EnumSet.noneOf(Limit.class);

    /** @param server as the log names it */
    public LimitWatch(String server, Counters.Scope counters) {
        this.server = server;
        this.counters = counters;
    }

    /** One more than there is room for. */
    public void reached(Limit limit, Ipv4Address client) {
        counters.count(limit.counter());
        if (said.add(limit)) {
            LOG.warn(
                    "{}: {} (this began with {} and is said once; 'perceus info --counters' has how often)",
                    server,
                    limit.sentence(),
                    client);
        }
    }
}
