package org.perceus.doctor.address;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Addresses from one to another, both included.
 *
 * @param last not before the first
 */
public record AddressRange(Ipv4 first, Ipv4 last) {
    /** @throws IllegalArgumentException when it ends before it begins */
    public AddressRange {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("it ends before it begins: turn it round");
        }
    }

    /** @throws IllegalArgumentException with a sentence when a text is not FIRST-LAST */
    public static AddressRange parse(String text) {
        String[] ends = text.split("\\s*-\\s*", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is not a range such as 10.10.0.100-10.10.0.199");
        }
        return new AddressRange(Ipv4.parse(ends[0]), Ipv4.parse(ends[1]));
    }

    /** All addresses that share the first bits of one. */
    public static AddressRange network(Ipv4 address, int length) {
        long hosts = 0xffff_ffffL >> length;
        return new AddressRange(new Ipv4(address.number() & ~hosts), new Ipv4(address.number() | hosts));
    }

    public boolean contains(Ipv4 address) {
        return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    public boolean overlaps(AddressRange other) {
        return contains(other.first) || other.contains(first);
    }

    public long size() {
        return last.number() - first.number() + 1;
    }

    /** All of them in order. */
    public Stream<Ipv4> addresses() {
        return LongStream.rangeClosed(first.number(), last.number()).mapToObj(Ipv4::new);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
