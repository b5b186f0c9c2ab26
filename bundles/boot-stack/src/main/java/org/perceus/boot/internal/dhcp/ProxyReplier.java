package org.perceus.boot.internal.dhcp;

import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootProgram;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;

/** The replies of a server that says what to boot and gives no addresses (PXE 2.1 sections 2.2.1 and 2.2.5). Pure. */
final class ProxyReplier implements Replies {
    private final ServerFacts server;
    private final ReplyRoute route;
    private final ReplyOptions options;

    ProxyReplier(ServerFacts server) {
        this.server = server;
        this.route = new ReplyRoute(server);
        this.options = new ReplyOptions(server);
    }

    @Override
    public Response reply(ClientMessage.Query query, BootAnswer answer) {
        if (answer instanceof BootAnswer.Serve serve
                && serve.lease().isEmpty()
                && serve.program() instanceof BootProgram.File file) {
            return reply(query, file.name());
        }
        if (answer instanceof BootAnswer.Ignore ignore) {
            return new Response.NoReply("ignored", ignore.reason());
        }
        return new Response.NoReply("ignored", "addresses are given by another server here");
    }

    private Response reply(ClientMessage.Query query, String file) {
        boolean offer = query.kind() instanceof Kind.Discover;
        DhcpMessage request = query.message();
        DhcpMessage message = request.reply(
                        offer ? Ipv4Address.NONE : request.ciaddr(),
                        Ipv4Address.NONE,
                        options.program(query, file, offer ? MessageType.OFFER : MessageType.ACK))
                .booting(server.address(), Optional.of(file));
        // a relay sends to the address that a reply gives, unless it is told to broadcast
        return new Response.Reply(
                request.relayed() ? message.broadcast() : message,
                route.destination(query),
                ReplyRoute.limit(request),
                offer ? "offers" : "acks");
    }
}
