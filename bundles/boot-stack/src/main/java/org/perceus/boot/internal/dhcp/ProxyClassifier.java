package org.perceus.boot.internal.dhcp;

import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;
import org.perceus.boot.internal.dhcp.ClientMessage.Notice;

/**
 * Decides what a server is asked for beside which another one gives the addresses (PXE 2.1 section 2.2.1): it answers who looks for
 * servers to boot from, and hears what others are told. Pure.
 */
final class ProxyClassifier implements Classifier {
    private final Queries queries;

    ProxyClassifier(ServerFacts server) {
        this.queries = new Queries(server);
    }

    @Override
    public ClientMessage read(DhcpMessage message, HardwareAddress mac) {
        Optional<MessageType> type = message.options().messageType();
        if (type.equals(Optional.of(MessageType.DISCOVER))) {
            return queries.ofFirmware(new Kind.Discover(), message, mac);
        }
        if (type.equals(Optional.of(MessageType.REQUEST)) && message.relayed()) {
            return message.options()
                    .address(OptionCode.REQUESTED_ADDRESS)
                    .filter(Ipv4Address::isHost)
                    .<ClientMessage>map(address -> new ClientMessage.Notification(Notice.TAKEN, mac, address))
                    .orElseGet(() -> new ClientMessage.Ignored("other-server"));
        }
        return new ClientMessage.Ignored("other-server");
    }
}
