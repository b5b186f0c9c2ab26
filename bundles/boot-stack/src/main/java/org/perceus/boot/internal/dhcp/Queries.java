package org.perceus.boot.internal.dhcp;

import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootClient.Purpose;
import org.perceus.boot.Firmware.Loader;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;

/** Reads from a message who asks, and where (RFC 2131 section 4.3). Pure. */
record Queries(ServerFacts server) {
    /** Why a message can be no client's, whatever it asks for; empty when it can. */
    static Optional<ClientMessage> objection(DhcpMessage message) {
        if (message.op() != DhcpMessage.REQUEST) {
            return Optional.of(new ClientMessage.Ignored("not-a-request"));
        }
        if (message.relayed() && !message.giaddr().isHost()) {
            return Optional.of(new ClientMessage.Ignored("bad-relay"));
        }
        return message.mac().isPresent()
                ? Optional.empty()
                : Optional.of(new ClientMessage.Ignored("bad-hardware-address"));
    }

    /** Whether a message is for another server, by option 54. */
    boolean isForAnother(DhcpMessage message) {
        return message.options()
                .address(OptionCode.SERVER_ID)
                .filter(chosen -> !chosen.equals(server.address()))
                .isPresent();
    }

    ClientMessage.Query of(Kind kind, DhcpMessage message, HardwareAddress mac) {
        Optional<Ipv4Address> requested = message.options()
                .address(OptionCode.REQUESTED_ADDRESS)
                .or(() -> kind instanceof Kind.Discover ? Optional.empty() : Optional.of(message.ciaddr()))
                .filter(Ipv4Address::isHost);
        BootClient client = new BootClient(
                mac,
                ClientFirmware.of(message.options()),
                link(message),
                requested,
                message.xid(),
                purpose(kind),
                server.role(),
                server.http());
        return new ClientMessage.Query(kind, message, client);
    }

    private static Purpose purpose(Kind kind) {
        if (kind instanceof Kind.Inform) {
            return Purpose.INFORM;
        }
        return kind instanceof Kind.Discover ? Purpose.FIND : Purpose.TAKE;
    }

    /** The same of firmware that boots; others are left alone. */
    ClientMessage ofFirmware(Kind kind, DhcpMessage message, HardwareAddress mac) {
        ClientMessage.Query query = of(kind, message, mac);
        return query.client().firmware().loader() == Loader.NONE ? new ClientMessage.Ignored("not-booting") : query;
    }

    private Ipv4Address link(DhcpMessage message) {
        if (!message.relayed()) {
            return server.address();
        }
        return RelayLink.of(message.options()).orElse(message.giaddr());
    }
}
