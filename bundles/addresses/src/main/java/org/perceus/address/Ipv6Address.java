package org.perceus.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/**
 * An IPv6 address, without a zone. Immutable; ordered as unsigned numbers are.
 *
 * @param high its first 64 bits
 * @param low its last 64 bits
 */
public record Ipv6Address(long high, long low) implements IpAddress, Comparable<Ipv6Address> {
    /** Octets of an address. */
    public static final int LENGTH = 16;

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int GROUPS = 8;

    /** The address of sixteen octets, of which there must be so many. */
    public static Ipv6Address of(byte[] octets) {
        if (octets.length != LENGTH) {
            throw new IllegalArgumentException("an IPv6 address has sixteen octets");
        }
        ByteBuffer bits = ByteBuffer.wrap(octets);
        return new Ipv6Address(bits.getLong(), bits.getLong());
    }

    /**
     * Reads an address in a form of RFC 4291 section 2.2; never asks a name server.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when it is none, or an IPv4 address in the clothes
     *     of one
     */
    public static Ipv6Address parse(String text) {
        try {
            // what has a colon, and nothing that a name has, is not looked up
            if (LITERAL.matcher(text).matches() && InetAddress.getByName(text) instanceof Inet6Address address) {
                return of(address.getAddress());
            }
        } catch (UnknownHostException notOne) {
            // said below
        }
        throw new IllegalArgumentException("'" + text + "' is not an IPv6 address: write it as in fd00:10::17");
    }

    @Override
    public byte[] octets() {
        return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
    }

    @Override
    public int compareTo(Ipv6Address other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    /** By RFC 5952 section 4: lower case, no leading zeros, the first of the longest runs of zeros left out. */
    @Override
    public String toString() {
        int begin = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosFrom(i);
            if (zeros > length) {
                begin = i;
                length = zeros;
            }
        }
        return length < 2 ? text(0, GROUPS) : text(0, begin) + "::" + text(begin + length, GROUPS);
    }

    private int zerosFrom(int first) {
        int i = first;
        while (i < GROUPS && group(i) == 0) {
            i++;
        }
        return i - first;
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private int group(int i) {
        long half = i < GROUPS / 2 ? high : low;
        return (int) (half >>> (GROUPS / 2 - 1 - i % (GROUPS / 2)) * Short.SIZE) & 0xffff;
    }
}
