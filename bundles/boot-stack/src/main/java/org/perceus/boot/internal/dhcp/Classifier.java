package org.perceus.boot.internal.dhcp;

/** Decides what a message asks for. Pure. */
interface Classifier {
    ClientMessage read(DhcpMessage message);
}
