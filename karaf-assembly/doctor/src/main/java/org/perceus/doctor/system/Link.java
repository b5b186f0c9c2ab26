package org.perceus.doctor.system;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;

/**
 * A network device as the kernel has it. Immutable.
 *
 * @param name such as eth1
 * @param kind such as bridge, vlan or veth; empty for a card
 * @param up whether it is switched on
 * @param carrier whether something is at the other end of its cable
 * @param card its own address on the wire
 * @param mtu the largest packet that it sends, in bytes
 * @param addresses its IPv4 addresses, its first first
 * @param forwardDelay for how many hundredths of a second a bridge that takes part in spanning tree has a new port listen, and
 *     then learn; empty for any other
 */
public record Link(
        String name,
        String kind,
        boolean up,
        boolean carrier,
        Optional<Mac> card,
        int mtu,
        List<Address> addresses,
        OptionalInt forwardDelay) {
    /**
     * An address with the length of its network's prefix.
     *
     * @param length 0 to 32
     */
    public record Address(Ipv4 address, int length) {}

    /** Whether it is a switch of this server. */
    public boolean isBridge() {
        return kind.equals("bridge");
    }
}
