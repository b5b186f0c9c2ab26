package org.perceus.boot.internal.dhcp;

import org.perceus.boot.HardwareAddress;

/** Decides what a message asks for. Pure. */
interface Classifier {
    /** What any message asks for: nothing, when it can be no client's. */
    default ClientMessage read(DhcpMessage message) {
        return Queries.objection(message)
                .orElseGet(() -> read(message, message.mac().orElseThrow()));
    }

    /** What a message asks for that is of the client with a hardware address. */
    ClientMessage read(DhcpMessage message, HardwareAddress mac);
}
