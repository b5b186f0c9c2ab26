package org.perceus.boot.internal.dhcp;

import java.util.Optional;
import org.perceus.boot.HardwareAddress;

/** What a port on InfiniBand is known by, where addresses have 20 octets. Pure. */
final class InfinibandPort {
    private static final int GUID = 8;

    private InfinibandPort() {}

    /**
     * What a client identifier (RFC 2132 section 9.14) says of the port: it ends with the port's GUID, whether it is of RFC 4390
     * or of a type of hardware. Six of the eight octets make an Ethernet address, as firmware shows it and has it in chaddr.
     */
    static Optional<HardwareAddress> of(Octets identifier) {
        int first = identifier.length() - GUID;
        if (first < 1) {
            return Optional.empty();
        }
        long value = 0;
        for (int i : new int[] {0, 1, 2, 5, 6, 7}) {
            value = value << Byte.SIZE | identifier.at(first + i) & 0xff;
        }
        return Optional.of(new HardwareAddress(value));
    }
}
