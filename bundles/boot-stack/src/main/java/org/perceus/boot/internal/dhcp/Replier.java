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
        if (answer instanceof BootAnswer.Refuse refuse) {
            return query.kind() instanceof Kind.Request
                    ? refuse(query.message(), refuse.reason())
                    : new Response.NoReply("ignored", refuse.reason());
        }
        BootAnswer.Serve serve = (BootAnswer.Serve) answer;
        return serve.lease()
                .map(lease -> reply(new Grant(query, lease, serve.program().file())))
                .orElseGet(() -> new Response.NoReply("ignored", "it is to have its address from another server"));
    }

    private Response reply(Grant grant) {
        Ipv4Address address = grant.lease().address();
        Kind kind = grant.query().kind();
        if (kind instanceof Kind.Request request) {
            return request.address().equals(address)
                    ? give(grant, MessageType.ACK, "acks")
                    : refuse(grant.query().message(), "your address here is " + address);
        }
        if (kind instanceof Kind.Bootp) {
            return bootp(grant);
        }
        if (kind instanceof Kind.Inform) {
            return inform(grant);
        }
        return grant.isRapid() ? give(grant, MessageType.ACK, "acks") : give(grant, MessageType.OFFER, "offers");
    }

    private Response give(Grant grant, MessageType type, String counter) {
        Ipv4Address ciaddr =
                type.equals(MessageType.ACK) ? grant.query().message().ciaddr() : Ipv4Address.NONE;
        return reply(grant, ciaddr, grant.lease().address(), replyOptions.lease(grant, type), counter);
    }

    private Response bootp(Grant grant) {
        Ipv4Address ciaddr = grant.query().message().ciaddr();
        return reply(grant, ciaddr, grant.lease().address(), replyOptions.bootp(grant), "bootp-replies");
    }

    /** RFC 2131 section 4.3.5: to the address that the client has, without address and lease time. */
    private Response inform(Grant grant) {
        Ipv4Address ciaddr = grant.query().message().ciaddr();
        return reply(grant, ciaddr, Ipv4Address.NONE, replyOptions.inform(grant), "acks");
    }

    private Response reply(Grant grant, Ipv4Address ciaddr, Ipv4Address yiaddr, DhcpOptions options, String counter) {
        DhcpMessage request = grant.query().message();
        DhcpMessage message = request.reply(ciaddr, yiaddr, options)
                .booting(grant.bootFile().map(file -> server.address()).orElse(Ipv4Address.NONE), grant.bootFile());
        return new Response.Reply(message, route.destination(grant.query()), ReplyRoute.limit(request), counter);
    }

    /** RFC 2131 section 4.3.2: a relay must broadcast it, because the client may have no usable address. */
    private Response refuse(DhcpMessage message, String reason) {
        DhcpMessage nak = message.reply(Ipv4Address.NONE, Ipv4Address.NONE, replyOptions.nak(message, reason));
        return new Response.Reply(
                message.relayed() ? nak.broadcast() : nak, route.refused(message), ReplyRoute.limit(message), "naks");
    }
}
