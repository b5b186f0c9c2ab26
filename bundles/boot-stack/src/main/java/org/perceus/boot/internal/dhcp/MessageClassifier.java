package org.perceus.boot.internal.dhcp;

import java.net.Inet4Address;
import java.util.Optional;
import org.perceus.boot.BootClient;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;
import org.perceus.boot.internal.dhcp.ClientMessage.Notice;
import org.perceus.boot.internal.net.Ipv4;

/** Decides what a message asks for (RFC 2131 section 4.3). Pure. */
final class MessageClassifier {
    private final ServerFacts server;

    MessageClassifier(ServerFacts server) {
        this.server = server;
    }

    ClientMessage read(DhcpMessage message) {
        if (message.op() != DhcpMessage.REQUEST) {
            return new ClientMessage.Ignored("not-a-request");
        }
        if (message.relayed() && !Ipv4.isHost(message.giaddr())) {
            return new ClientMessage.Ignored("bad-relay");
        }
        Optional<HardwareAddress> mac = message.mac();
        if (mac.isEmpty()) {
            return new ClientMessage.Ignored("bad-hardware-address");
        }
        if (message.options().messageType().isEmpty()) {
            return ask(new Kind.Bootp(), message, mac.get());
        }
        MessageType type = message.options().messageType().get();
        if (type.equals(MessageType.DISCOVER)) {
            return ask(new Kind.Discover(), message, mac.get());
        }
        if (type.equals(MessageType.REQUEST)) {
            return request(message, mac.get());
        }
        if (type.equals(MessageType.INFORM)) {
            return Ipv4.isHost(message.ciaddr())
                    ? ask(new Kind.Inform(), message, mac.get())
                    : new ClientMessage.Ignored("bad-inform");
        }
        if (type.equals(MessageType.DECLINE)) {
            return tell(Notice.DECLINED, message.options().address(OptionCode.REQUESTED_ADDRESS), message, mac.get());
        }
        if (type.equals(MessageType.RELEASE)) {
            return tell(Notice.RELEASED, Optional.of(message.ciaddr()), message, mac.get());
        }
        return new ClientMessage.Ignored("unknown-type");
    }

    private ClientMessage tell(Notice kind, Optional<Inet4Address> address, DhcpMessage message, HardwareAddress mac) {
        Optional<Inet4Address> chosen = message.options().address(OptionCode.SERVER_ID);
        if (chosen.isPresent() && !chosen.get().equals(server.address())) {
            return new ClientMessage.Ignored("other-server");
        }
        return address.filter(Ipv4::isHost)
                .<ClientMessage>map(said -> new ClientMessage.Notification(kind, mac, said))
                .orElseGet(() -> new ClientMessage.Ignored("bad-request"));
    }

    /** RFC 2131 table 4: which of the fields names the address depends on the state that the client is in. */
    private ClientMessage request(DhcpMessage message, HardwareAddress mac) {
        Optional<Inet4Address> chosen = message.options().address(OptionCode.SERVER_ID);
        if (chosen.isPresent() && !chosen.get().equals(server.address())) {
            return new ClientMessage.Ignored("other-server");
        }
        Optional<Inet4Address> named = message.options().address(OptionCode.REQUESTED_ADDRESS);
        Optional<Inet4Address> held = Optional.of(message.ciaddr()).filter(Ipv4::isHost);
        // Some clients name the server also when they renew, and then say their address in ciaddr alone.
        return named.or(() -> held)
                .map(address -> ask(new Kind.Request(address), message, mac))
                .orElseGet(() -> new ClientMessage.Ignored("bad-request"));
    }

    private ClientMessage ask(Kind kind, DhcpMessage message, HardwareAddress mac) {
        Optional<Inet4Address> requested = message.options()
                .address(OptionCode.REQUESTED_ADDRESS)
                .or(() -> kind instanceof Kind.Discover ? Optional.empty() : Optional.of(message.ciaddr()))
                .filter(Ipv4::isHost);
        BootClient client = new BootClient(
                mac,
                ClientFirmware.of(message.options()),
                link(message),
                requested,
                message.xid(),
                kind instanceof Kind.Discover,
                server.http());
        return new ClientMessage.Query(kind, message, client);
    }

    private Inet4Address link(DhcpMessage message) {
        if (!message.relayed()) {
            return server.address();
        }
        return RelayLink.of(message.options()).orElse(message.giaddr());
    }
}
