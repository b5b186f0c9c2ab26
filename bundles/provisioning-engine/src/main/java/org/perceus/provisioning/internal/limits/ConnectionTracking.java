package org.perceus.provisioning.internal.limits;

import java.util.Optional;

/**
 * Where a firewall of this server remembers connections, for two minutes after their end: beyond that it drops packets of new
 * ones.
 */
final class ConnectionTracking implements SystemLimit {
    private static final String MOST = "net.netfilter.nf_conntrack_max";
    private static final String NOW = "net.netfilter.nf_conntrack_count";

    /** Requests and transfers of a boot, each of which is a connection. */
    private static final int OF_A_BOOT = 20;

    @Override
    public Optional<String> complaint(ProcFiles proc, int nodes) {
        // the module may be loaded while no rule uses it
        boolean used = proc.sysctl(NOW).orElse(0) > 0;
        long wanted = (long) nodes * OF_A_BOOT;
        long most = proc.sysctl(MOST).orElse(Long.MAX_VALUE);
        return !used || most >= wanted
                ? Optional.empty()
                : Optional.of("the firewall of this server remembers " + most + " connections, and " + nodes
                        + " nodes that boot at once make " + wanted + ": it drops what is beyond"
                        + SystemLimit.raised(MOST + "=" + SystemLimit.round(wanted)));
    }
}
