package org.perceus.boot.internal.dhcp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.PacketReceiver;

/**
 * Passes on what the system of a machine sends, and drops what any of its users could: clients have port 68 (RFC 2131 section 4.1)
 * and relays that of the server (RFC 1542 section 4.1), which are both among those that are kept for the system.
 */
final class SystemSenders implements PacketReceiver {
    private static final int FIRST_FOR_ALL = 1024;

    private final PacketReceiver receiver;
    private final int serverPort;
    private final Counters.Scope counters;
    private final SparseLog log;

    /** @param serverPort which relays send from as well */
    SystemSenders(PacketReceiver receiver, int serverPort, Counters.Scope counters, SparseLog log) {
        this.receiver = receiver;
        this.serverPort = serverPort;
        this.counters = counters;
        this.log = log;
    }

    @Override
    public void received(ByteBuffer packet, InetSocketAddress sender) {
        if (sender.getPort() < FIRST_FOR_ALL || sender.getPort() == serverPort) {
            receiver.received(packet, sender);
        } else {
            counters.count("of-users");
            log.warn(
                    "a DHCP message was dropped, as a user may have sent it: clients have port 68, and relays 67",
                    sender);
        }
    }

    @Override
    public boolean goOn() {
        return receiver.goOn();
    }
}
