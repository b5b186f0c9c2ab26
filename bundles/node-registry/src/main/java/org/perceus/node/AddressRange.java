package org.perceus.node;

import java.net.Inet4Address;

/**
 * Addresses that follow each other. Immutable.
 *
 * @param first the lowest
 * @param last the highest, not below the first
 */
public record AddressRange(Inet4Address first, Inet4Address last) {
    /** @throws IllegalArgumentException when it ends before it begins */
    public AddressRange {
        if (Subnet.number(first) > Subnet.number(last)) {
            throw new IllegalArgumentException("the pool " + first.getHostAddress() + "-" + last.getHostAddress()
                    + " ends before it begins: turn it round");
        }
    }

    /** How many addresses it has. */
    public int size() {
        return place(last) + 1;
    }

    /** Whether it has an address. */
    public boolean contains(Inet4Address address) {
        long number = Subnet.number(address);
        return number >= Subnet.number(first) && number <= Subnet.number(last);
    }

    /** Which one an address of it is, counted from 0. */
    public int place(Inet4Address address) {
        return (int) (Subnet.number(address) - Subnet.number(first));
    }

    /** The address at a place, counted from 0. */
    public Inet4Address at(int place) {
        return Subnet.address(Subnet.number(first) + place);
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "-" + last.getHostAddress();
    }
}
