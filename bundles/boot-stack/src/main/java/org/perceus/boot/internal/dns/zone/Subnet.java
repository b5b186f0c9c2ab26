package org.perceus.boot.internal.dns.zone;

import org.perceus.address.Ipv4Address;
import org.perceus.boot.NamedNetwork;

/**
 * A range of addresses with a common prefix.
 *
 * @param base the lowest as 32 bits
 * @param length of the prefix, 0 to 32
 */
record Subnet(int base, int length) {
    static Subnet of(NamedNetwork network) {
        return new Subnet(network.base().bits(), network.prefixLength());
    }

    static Subnet of(Ipv4Address address) {
        return new Subnet(address.bits(), Integer.SIZE);
    }

    boolean contains(Subnet other) {
        return other.length >= length && ((base ^ other.base) & mask()) == 0;
    }

    private int mask() {
        return length == 0 ? 0 : Ipv4Address.mask(length).bits();
    }
}
