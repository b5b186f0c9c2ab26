package org.perceus.provisioning.internal.limits;

import java.util.Optional;

/** Where the kernel has the MAC of each machine that it speaks to (arp(7)): beyond that it reaches no other for seconds. */
final class NeighbourTable implements SystemLimit {
    private static final String MOST = "net.ipv4.neigh.default.gc_thresh3";
    private static final String SWEPT = "net.ipv4.neigh.default.gc_thresh2";

    /** Switches, and whoever else is on the network. */
    private static final int OTHERS = 256;

    @Override
    public Optional<String> complaint(ProcFiles proc, int nodes) {
        long wanted = nodes + OTHERS;
        long most = proc.sysctl(MOST).orElse(Long.MAX_VALUE);
        long swept = proc.sysctl(SWEPT).orElse(Long.MAX_VALUE);
        if (Math.min(most, swept) >= wanted) {
            return Optional.empty();
        }
        long enough = SystemLimit.round(wanted);
        return Optional.of(
                "the kernel's neighbour table has room for " + Math.min(most, swept) + " machines, and there are "
                        + nodes + " nodes: it cannot reach them all at once"
                        + SystemLimit.raised(SWEPT + "=" + enough, MOST + "=" + 2 * enough));
    }
}
