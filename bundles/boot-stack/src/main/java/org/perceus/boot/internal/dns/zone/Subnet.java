package org.perceus.boot.internal.dns.zone;

import java.net.Inet4Address;
import org.perceus.boot.NamedNetwork;
import org.perceus.boot.internal.net.Ipv4;

/**
 * A range of addresses with a common prefix.
 *
 * @param base the lowest as 32 bits
 * @param length of the prefix, 0 to 32
 */
record Subnet(int base, int length) {
    static Subnet of(NamedNetwork network) {
        return new Subnet(Ipv4.bits(network.base()), network.prefixLength());
    }

    static Subnet of(Inet4Address address) {
        return new Subnet(Ipv4.bits(address), Integer.SIZE);
    }

    boolean contains(Subnet other) {
        return other.length >= length && ((base ^ other.base) & mask()) == 0;
    }

    private int mask() {
        return length == 0 ? 0 : Ipv4.mask(length);
    }
}
