package org.perceus.boot.internal.net;

import java.io.IOException;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;

/** Which machine has which address, as the kernel believes for one device. Thread-safe. */
public interface NeighborTable {
    /**
     * Has the kernel send to a machine that cannot say yet that the address is its own. What the kernel learned from a machine
     * that could stays as it is.
     *
     * @return whether packets to the address go to that machine now; false when another one has it
     * @throws IOException when the kernel does not take it, with a sentence
     */
    boolean introduce(Ipv4Address address, HardwareAddress machine) throws IOException;
}
