package org.perceus.boot.internal.dhcp;

import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;
import org.perceus.boot.internal.dhcp.ClientMessage.Notice;

/** Decides what a server of addresses is asked for (RFC 2131 section 4.3). Pure. */
final class MessageClassifier implements Classifier {
    private final Queries queries;

    MessageClassifier(ServerFacts server) {
        this.queries = new Queries(server);
    }

    @Override
    public ClientMessage read(DhcpMessage message, HardwareAddress mac) {
        if (message.options().messageType().isEmpty()) {
            return queries.of(new Kind.Bootp(), message, mac);
        }
        MessageType type = message.options().messageType().get();
        if (type.equals(MessageType.DISCOVER)) {
            return queries.of(new Kind.Discover(), message, mac);
        }
        if (type.equals(MessageType.REQUEST)) {
            return request(message, mac);
        }
        if (type.equals(MessageType.INFORM)) {
            return message.ciaddr().isHost()
                    ? queries.of(new Kind.Inform(), message, mac)
                    : new ClientMessage.Ignored("bad-inform");
        }
        if (type.equals(MessageType.DECLINE)) {
            return tell(Notice.DECLINED, message.options().address(OptionCode.REQUESTED_ADDRESS), message, mac);
        }
        if (type.equals(MessageType.RELEASE)) {
            return tell(Notice.RELEASED, Optional.of(message.ciaddr()), message, mac);
        }
        return new ClientMessage.Ignored("unknown-type");
    }

    private ClientMessage tell(Notice kind, Optional<Ipv4Address> address, DhcpMessage message, HardwareAddress mac) {
        if (queries.isForAnother(message)) {
            return new ClientMessage.Ignored("other-server");
        }
        return address.filter(Ipv4Address::isHost)
                .<ClientMessage>map(said -> new ClientMessage.Notification(kind, mac, said))
                .orElseGet(() -> new ClientMessage.Ignored("bad-request"));
    }

    /** RFC 2131 table 4: which of the fields names the address depends on the state that the client is in. */
    private ClientMessage request(DhcpMessage message, HardwareAddress mac) {
        if (queries.isForAnother(message)) {
            return new ClientMessage.Ignored("other-server");
        }
        Optional<Ipv4Address> named = message.options().address(OptionCode.REQUESTED_ADDRESS);
        Optional<Ipv4Address> held = Optional.of(message.ciaddr()).filter(Ipv4Address::isHost);
        // Some clients name the server also when they renew, and then say their address in ciaddr alone.
        return named.or(() -> held)
                .<ClientMessage>map(address -> queries.of(new Kind.Request(address), message, mac))
                .orElseGet(() -> new ClientMessage.Ignored("bad-request"));
    }
}
