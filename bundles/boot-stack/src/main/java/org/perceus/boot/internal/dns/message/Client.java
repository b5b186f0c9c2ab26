package org.perceus.boot.internal.dns.message;

import org.perceus.address.Ipv4Address;

/** Where a query came from, and where its answer goes. */
public interface Client {
    /** The address that it names as its own. */
    Ipv4Address address();

    /** Whether it came by TCP, where answers may be large. */
    boolean stream();

    /** Sends the answer; one that has gone gets nothing. */
    void answer(byte[] message);
}
