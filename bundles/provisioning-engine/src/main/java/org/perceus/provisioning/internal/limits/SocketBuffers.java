package org.perceus.provisioning.internal.limits;

import java.util.Optional;

/**
 * Where packets wait that all nodes send at the same moment, of a server that may not set it itself: beyond that they are
 * lost, and repeated a second later.
 */
final class SocketBuffers implements SystemLimit {
    private static final String MOST = "net.core.rmem_max";

    /** What a DHCP packet takes in it, half of it, as the kernel doubles what is set (socket(7)). */
    private static final int PACKET = 640;

    /** The servers ask for no more. */
    private static final int ASKED = 4 << 20;

    /** CAP_NET_ADMIN: whoever has it sets the buffers that it wants. */
    private static final int NET_ADMIN = 12;

    @Override
    public Optional<String> complaint(ProcFiles proc, int nodes) {
        long wanted = Math.min(ASKED, (long) nodes * PACKET);
        long most = proc.sysctl(MOST).orElse(Long.MAX_VALUE);
        return most >= wanted || proc.hasCapability(NET_ADMIN)
                ? Optional.empty()
                : Optional.of("a socket's buffer holds the packets of " + most / PACKET + " machines, and there are "
                        + nodes + " nodes: of what they send at once the rest is lost"
                        + SystemLimit.raised(MOST + "=" + ASKED));
    }
}
