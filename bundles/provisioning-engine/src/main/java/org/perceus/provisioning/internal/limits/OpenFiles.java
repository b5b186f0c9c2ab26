package org.perceus.provisioning.internal.limits;

import java.util.Optional;

/** Connections and files of this process: beyond that it takes no other. */
final class OpenFiles implements SystemLimit {
    /** What the servers take at most, however many nodes there are. */
    private static final int CONNECTIONS = 10_000;

    /** Jars, the database, transfers by TFTP with a socket and a file each. */
    private static final int OTHERS = 2_000;

    @Override
    public Optional<String> complaint(ProcFiles proc, int nodes) {
        long wanted = Math.min(nodes, CONNECTIONS) + OTHERS;
        long most = proc.openFiles().orElse(Long.MAX_VALUE);
        return most >= wanted
                ? Optional.empty()
                : Optional.of("the container may have " + most + " files and connections open, and " + nodes
                        + " nodes may want " + wanted
                        + " at once (LimitNOFILE=65536 in its unit of systemd, or ulimit -n 65536 before bin/start)");
    }
}
