package org.perceus.address;

/**
 * Addresses that follow each other. Immutable.
 *
 * @param first the lowest
 * @param last the highest, not below the first
 */
public record AddressRange(Ipv4Address first, Ipv4Address last) {
    /** @throws IllegalArgumentException when it ends before it begins */
    public AddressRange {
        if (first.number() > last.number()) {
            throw new IllegalArgumentException(
                    "the pool " + first + "-" + last + " ends before it begins: turn it round");
        }
    }

    /** How many addresses it has. */
    public int size() {
        return place(last) + 1;
    }

    /** Whether it has an address. */
    public boolean contains(Ipv4Address address) {
        long number = address.number();
        return number >= first.number() && number <= last.number();
    }

    /** Which one an address of it is, counted from 0. */
    public int place(Ipv4Address address) {
        return (int) (address.number() - first.number());
    }

    /** The address at a place, counted from 0. */
    public Ipv4Address at(int place) {
        return Ipv4Address.of(first.number() + place);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
