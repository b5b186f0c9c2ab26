package org.perceus.boot.internal.dhcp;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;
import org.perceus.boot.internal.net.Ipv4;

/** Turns the policy's answer into the message that goes out (RFC 2131 section 4.3). Pure. */
final class Replier {
    /** UDP payload of the datagram of 576 octets that every client takes (RFC 2131 section 2). */
    private static final int DEFAULT_LIMIT = 548;

    /** UDP payload of a datagram that an Ethernet carries whole. */
    private static final int LARGEST_LIMIT = 1472;

    private static final int IP_AND_UDP = 28;
    private static final int FILE_ROOM = 127;

    private final ServerFacts server;
    private final ReplyOptions replyOptions;

    Replier(ServerFacts server) {
        this.server = server;
        this.replyOptions = new ReplyOptions(server);
    }

    Response reply(ClientMessage.Query query, BootAnswer answer) {
        if (answer instanceof BootAnswer.Ignore ignore) {
            return new Response.NoReply("ignored", ignore.reason());
        }
        if (answer instanceof BootAnswer.Refuse refuse) {
            return query.kind() instanceof Kind.Request
                    ? refuse(query.message(), refuse.reason())
                    : new Response.NoReply("ignored", refuse.reason());
        }
        BootAnswer.Lease lease =
                answer instanceof BootAnswer.Bootless bootless ? bootless.lease() : (BootAnswer.Lease) answer;
        if (query.kind() instanceof Kind.Request request) {
            return request.address().equals(lease.address())
                    ? grant(query, lease, MessageType.ACK, "acks")
                    : refuse(
                            query.message(),
                            "your address here is " + lease.address().getHostAddress());
        }
        if (query.kind() instanceof Kind.Bootp) {
            return bootp(query, lease);
        }
        return query.kind() instanceof Kind.Inform
                ? inform(query, lease)
                : grant(query, lease, MessageType.OFFER, "offers");
    }

    private Response grant(ClientMessage.Query query, BootAnswer.Lease lease, MessageType type, String counter) {
        Inet4Address ciaddr = type.equals(MessageType.ACK) ? query.message().ciaddr() : Ipv4.ZERO;
        return reply(query, lease, ciaddr, lease.address(), replyOptions.lease(query, lease, type), counter);
    }

    private Response bootp(ClientMessage.Query query, BootAnswer.Lease lease) {
        DhcpOptions options = replyOptions.bootp(query, lease);
        return reply(query, lease, query.message().ciaddr(), lease.address(), options, "bootp-replies");
    }

    /** RFC 2131 section 4.3.5: to the address that the client has, without address and lease time. */
    private Response inform(ClientMessage.Query query, BootAnswer.Lease lease) {
        return reply(query, lease, query.message().ciaddr(), Ipv4.ZERO, replyOptions.inform(query, lease), "acks");
    }

    private Response reply(
            ClientMessage.Query query,
            BootAnswer.Lease lease,
            Inet4Address ciaddr,
            Inet4Address yiaddr,
            DhcpOptions options,
            String counter) {
        DhcpMessage request = query.message();
        DhcpMessage message = new DhcpMessage(
                DhcpMessage.REPLY,
                request.hardwareType(),
                request.hardwareAddress(),
                0,
                request.xid(),
                0,
                request.flags(),
                ciaddr,
                yiaddr,
                lease.bootFile().isPresent() ? server.address() : Ipv4.ZERO,
                request.giaddr(),
                "",
                lease.bootFile().filter(file -> file.length() <= FILE_ROOM).orElse(""),
                options);
        return new Response.Reply(message, destination(query), limit(request), counter);
    }

    /** RFC 2131 section 4.3.2: a relay must broadcast it, because the client may have no usable address. */
    private Response refuse(DhcpMessage message, String reason) {
        int flags = message.relayed() ? message.flags() | DhcpMessage.BROADCAST : message.flags();
        DhcpMessage nak = new DhcpMessage(
                DhcpMessage.REPLY,
                message.hardwareType(),
                message.hardwareAddress(),
                0,
                message.xid(),
                0,
                flags,
                Ipv4.ZERO,
                Ipv4.ZERO,
                Ipv4.ZERO,
                message.giaddr(),
                "",
                "",
                replyOptions.nak(message, reason));
        InetSocketAddress to = message.relayed()
                ? new InetSocketAddress(message.giaddr(), server.port())
                : new InetSocketAddress(Ipv4.EVERYONE, server.clientPort());
        return new Response.Reply(nak, to, limit(message), "naks");
    }

    /**
     * RFC 2131 section 4.1, but for clients without an address and without the broadcast flag: these get a broadcast
     * too, because their address cannot be resolved before they have it. Who looks for servers has none, whatever its
     * message says of an address that it once had.
     */
    private InetSocketAddress destination(ClientMessage.Query query) {
        DhcpMessage message = query.message();
        if (message.relayed()) {
            return new InetSocketAddress(message.giaddr(), server.port());
        }
        boolean reachable = Ipv4.isHost(message.ciaddr()) && !(query.kind() instanceof Kind.Discover);
        Inet4Address client = reachable ? message.ciaddr() : Ipv4.EVERYONE;
        return new InetSocketAddress(client, server.clientPort());
    }

    /** The largest message that the client takes (RFC 2132 section 9.10). */
    private static int limit(DhcpMessage message) {
        int said = message.options().int16(OptionCode.MAX_SIZE).orElse(0) - IP_AND_UDP;
        return Math.min(LARGEST_LIMIT, Math.max(DEFAULT_LIMIT, said));
    }
}
