package org.perceus.boot.internal.dhcp;

import org.perceus.boot.BootAnswer;

/** Turns the policy's answer into the message that goes out. Pure. */
interface Replies {
    Response reply(ClientMessage.Query query, BootAnswer answer);
}
