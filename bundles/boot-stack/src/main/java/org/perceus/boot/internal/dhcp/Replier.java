package org.perceus.boot.internal.dhcp;

import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;

/** The replies of a server of addresses (RFC 2131 section 4.3). Pure. */
final class Replier implements Replies {
    private final ServerFacts server;
    private final ReplyRoute route;
    private final ReplyOptions replyOptions;

    Replier(ServerFacts server) {
        this.server = server;
        this.route = new ReplyRoute(server);
        this.replyOptions = new ReplyOptions(server);
    }

    @Override
    public Response reply(ClientMessage.Query query, BootAnswer answer) {
        if (answer instanceof BootAnswer.Ignore ignore) {
            return new Response.NoReply("ignored", ignore.reason());
        }
        if (answer instanceof BootAnswer.Program) {
            return new Response.NoReply("ignored", "it is to have its address from another server");
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
                    : refuse(query.message(), "your address here is " + lease.address());
        }
        if (query.kind() instanceof Kind.Bootp) {
            return bootp(query, lease);
        }
        return query.kind() instanceof Kind.Inform
                ? inform(query, lease)
                : grant(query, lease, MessageType.OFFER, "offers");
    }

    private Response grant(ClientMessage.Query query, BootAnswer.Lease lease, MessageType type, String counter) {
        Ipv4Address ciaddr = type.equals(MessageType.ACK) ? query.message().ciaddr() : Ipv4Address.NONE;
        return reply(query, lease, ciaddr, lease.address(), replyOptions.lease(query, lease, type), counter);
    }

    private Response bootp(ClientMessage.Query query, BootAnswer.Lease lease) {
        DhcpOptions options = replyOptions.bootp(query, lease);
        return reply(query, lease, query.message().ciaddr(), lease.address(), options, "bootp-replies");
    }

    /** RFC 2131 section 4.3.5: to the address that the client has, without address and lease time. */
    private Response inform(ClientMessage.Query query, BootAnswer.Lease lease) {
        return reply(
                query, lease, query.message().ciaddr(), Ipv4Address.NONE, replyOptions.inform(query, lease), "acks");
    }

    private Response reply(
            ClientMessage.Query query,
            BootAnswer.Lease lease,
            Ipv4Address ciaddr,
            Ipv4Address yiaddr,
            DhcpOptions options,
            String counter) {
        DhcpMessage message = query.message()
                .reply(ciaddr, yiaddr, options)
                .booting(lease.bootFile().map(file -> server.address()).orElse(Ipv4Address.NONE), lease.bootFile());
        return new Response.Reply(message, route.destination(query), ReplyRoute.limit(query.message()), counter);
    }

    /** RFC 2131 section 4.3.2: a relay must broadcast it, because the client may have no usable address. */
    private Response refuse(DhcpMessage message, String reason) {
        DhcpMessage nak = message.reply(Ipv4Address.NONE, Ipv4Address.NONE, replyOptions.nak(message, reason));
        return new Response.Reply(
                message.relayed() ? nak.broadcast() : nak, route.refused(message), ReplyRoute.limit(message), "naks");
    }
}
