package org.perceus.boot.internal.dhcp;

import java.net.InetSocketAddress;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;

/** Where a reply goes, and how large it may be. Pure. */
record ReplyRoute(ServerFacts server) {
    /** UDP payload of the datagram of 576 octets that every client takes (RFC 2131 section 2). */
    private static final int DEFAULT_LIMIT = 548;

    /** UDP payload of a datagram that an Ethernet carries whole. */
    private static final int LARGEST_LIMIT = 1472;

    private static final int IP_AND_UDP = 28;

    /**
     * RFC 2131 section 4.1, but for clients without an address and without the broadcast flag: these get a broadcast
     * too, because their address cannot be resolved before they have it ({@link DirectReplies} has the exception). Who looks for servers has none, whatever its
     * message says of an address that it once had.
     */
    InetSocketAddress destination(ClientMessage.Query query) {
        if (query.kind() instanceof Kind.Program program) {
            return program.from();
        }
        DhcpMessage message = query.message();
        if (message.relayed()) {
            return relay(message);
        }
        boolean reachable = message.ciaddr().isHost() && !(query.kind() instanceof Kind.Discover);
        Ipv4Address client = reachable ? message.ciaddr() : Ipv4Address.EVERYONE;
        return client.at(server.clientPort());
    }

    /** Of a refusal: the client may have no usable address (RFC 2131 section 4.3.2). */
    InetSocketAddress refused(DhcpMessage message) {
        return message.relayed() ? relay(message) : Ipv4Address.EVERYONE.at(server.clientPort());
    }

    private InetSocketAddress relay(DhcpMessage message) {
        return message.giaddr().at(server.port());
    }

    /** The largest message that the client takes (RFC 2132 section 9.10). */
    static int limit(DhcpMessage message) {
        int said = message.options().int16(OptionCode.MAX_SIZE).orElse(0) - IP_AND_UDP;
        return Math.min(LARGEST_LIMIT, Math.max(DEFAULT_LIMIT, said));
    }
}
