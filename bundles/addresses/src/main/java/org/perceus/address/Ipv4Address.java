package org.perceus.address;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 address. Immutable; ordered as unsigned numbers are.
 *
 * @param bits its 32 bits, the first octet highest
 */
public record Ipv4Address(int bits) implements IpAddress, Comparable<Ipv4Address> {
    /** Octets of an address. */
    public static final int LENGTH = 4;

    /** 0.0.0.0: no address. */
    public static final Ipv4Address NONE = new Ipv4Address(0);

    /** 255.255.255.255: all machines on a link. */
    public static final Ipv4Address EVERYONE = new Ipv4Address(-1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern LEADING_ZERO = Pattern.compile("\\b0\\d");
    private static final Pattern HEXADECIMAL = Pattern.compile("(?i)(^|\\.)0x[0-9a-f]");
    private static final Pattern SHORT = Pattern.compile("\\d+(\\.\\d+){0,2}");

    /** The address of four octets, of which there must be so many. */
    public static Ipv4Address of(byte[] octets) {
        if (octets.length != LENGTH) {
            throw new IllegalArgumentException("an IPv4 address has four octets");
        }
        return new Ipv4Address(ByteBuffer.wrap(octets).getInt());
    }

    /** The address with a number of 32 bits. */
    public static Ipv4Address of(long number) {
        return new Ipv4Address((int) number);
    }

    /**
     * Reads an address of four decimal numbers without leading zeros, none of the other forms that inet_aton(3) takes;
     * never asks a name server.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when it is none
     */
    public static Ipv4Address parse(String text) {
        if (!text.equals(text.strip())) {
            throw new IllegalArgumentException("'" + text + "' has white space around it: leave it out");
        }
        if (HEXADECIMAL.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a hexadecimal number: write four decimal ones, as in 10.10.0.17");
        }
        if (SHORT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' has fewer than four numbers: write all of them, as in 10.10.0.17");
        }
        long number = number(FORM.matcher(text));
        if (number < 0) {
            throw new IllegalArgumentException("'" + text + "' is not an IPv4 address: write it as in 10.10.0.17");
        }
        if (LEADING_ZERO.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a number with a leading zero, which some programs read as octal: leave it out");
        }
        return of(number);
    }

    /** Negative when it is none. */
    private static long number(Matcher octets) {
        if (!octets.matches()) {
            return -1;
        }
        long number = 0;
        for (int i = 1; i <= LENGTH; i++) {
            int octet = Integer.parseInt(octets.group(i));
            if (octet > 0xff) {
                return -1;
            }
            number = number << Byte.SIZE | octet;
        }
        return number;
    }

    /** The mask of a prefix of 1 to 32 bits. */
    public static Ipv4Address mask(int prefixLength) {
        return new Ipv4Address(-1 << Integer.SIZE - prefixLength);
    }

    /** Its bits as an unsigned number. */
    public long number() {
        return Integer.toUnsignedLong(bits);
    }

    /** Whether this is 0.0.0.0. */
    public boolean isNone() {
        return bits == 0;
    }

    /** Whether one machine can have this address: it is neither of "this network" nor for several (RFC 1122 section 3.2.1.3). */
    public boolean isHost() {
        int first = bits >>> 24;
        return first != 0 && first < 224;
    }

    @Override
    public byte[] octets() {
        return ByteBuffer.allocate(LENGTH).putInt(bits).array();
    }

    @Override
    public int compareTo(Ipv4Address other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}
