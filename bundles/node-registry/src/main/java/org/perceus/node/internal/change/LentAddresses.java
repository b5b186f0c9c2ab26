package org.perceus.node.internal.change;

import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;

/** Knows which addresses are in use by machines that are no nodes. Thread-safe. */
@FunctionalInterface
public interface LentAddresses {
    /** Whether an address is not to be given to the node with a MAC unless an administrator says so. */
    boolean isLent(Ipv4Address address, MacAddress unlessTo);
}
