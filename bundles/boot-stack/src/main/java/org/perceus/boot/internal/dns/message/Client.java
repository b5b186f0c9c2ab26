package org.perceus.boot.internal.dns.message;

import java.net.Inet4Address;

/** Where a query came from, and where its answer goes. */
public interface Client {
    /** The address that it names as its own. */
    Inet4Address address();

    /** Whether it came by TCP, where answers may be large. */
    boolean stream();

    /** Sends the answer; one that has gone gets nothing. */
    void answer(byte[] message);
}
