package org.perceus.boot.internal.dhcp;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;

/**
 * Decides what a boot server is asked for: firmware that has an address by now, and a server's offer without the name of a file,
 * asks it what to load (PXE 2.1 sections 2.2.5 and 2.4.5). Pure.
 *
 * @param queries reads who asks
 * @param from where the message came from
 */
record BootServerClassifier(Queries queries, InetSocketAddress from) implements Classifier {
    @Override
    public ClientMessage read(DhcpMessage message, HardwareAddress mac) {
        Optional<MessageType> type = message.options().messageType();
        boolean asks = type.equals(Optional.of(MessageType.REQUEST)) || type.equals(Optional.of(MessageType.INFORM));
        return asks
                ? queries.ofFirmware(new Kind.Program(from), message, mac)
                : new ClientMessage.Ignored("not-booting");
    }
}
