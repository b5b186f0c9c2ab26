package org.perceus.node;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/**
 * An IPv4 subnet. Immutable.
 *
 * @param base its lowest address
 * @param prefixLength length of its prefix, 8 to 30
 */
public record Subnet(Inet4Address base, int prefixLength) {
    private static final Pattern LEADING_ZERO = Pattern.compile("\\b0\\d");
    private static final Pattern HEXADECIMAL = Pattern.compile("(?i)(^|\\.)0x[0-9a-f]");
    private static final Pattern SHORT = Pattern.compile("\\d+(\\.\\d+){0,2}");
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    /** @throws IllegalArgumentException when the length is out of range or the base has bits beyond it */
    public Subnet {
        if (prefixLength < 8 || prefixLength > 30) {
            throw new IllegalArgumentException("/" + prefixLength + " is not the size of a subnet: use /8 to /30");
        }
        if ((number(base) & ~mask(prefixLength)) != 0) {
            throw new IllegalArgumentException(
                    base.getHostAddress() + "/" + prefixLength + " is not a subnet: its base is "
                            + address(number(base) & mask(prefixLength)).getHostAddress());
        }
    }

    /**
     * Reads {@code 10.10.0.0/24}.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when it is no subnet
     */
    public static Subnet parse(String text) {
        String[] parts = text.trim().split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,2}")) {
            throw new IllegalArgumentException("'" + text + "' is not a subnet: write it as in 10.10.0.0/24");
        }
        return new Subnet(parseAddress(parts[0]), Integer.parseInt(parts[1]));
    }

    /**
     * Reads an address of four decimal numbers without leading zeros, none of the other forms that inet_aton(3) takes;
     * never asks a name server.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when it is none
     */
    public static Inet4Address parseAddress(String text) {
        if (!text.equals(text.strip())) {
            throw new IllegalArgumentException("'" + text + "' has white space around it: leave it out");
        }
        var matcher = ADDRESS.matcher(text);
        long number = 0;
        boolean valid = matcher.matches();
        for (int i = 1; valid && i <= 4; i++) {
            int octet = Integer.parseInt(matcher.group(i));
            valid = octet <= 255;
            number = number << 8 | octet;
        }
        if (valid && LEADING_ZERO.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a number with a leading zero, which some programs read as octal: leave it out");
        }
        if (HEXADECIMAL.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a hexadecimal number: write four decimal ones, as in 10.10.0.17");
        }
        if (SHORT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' has fewer than four numbers: write all of them, as in 10.10.0.17");
        }
        if (!valid) {
            throw new IllegalArgumentException("'" + text + "' is not an IPv4 address: write it as in 10.10.0.17");
        }
        return address(number);
    }

    /** Whether the address lies in the subnet, its lowest and highest included. */
    public boolean contains(Inet4Address address) {
        return (number(address) & mask(prefixLength)) == number(base);
    }

    /** Whether a host can have the address: it lies in the subnet and is neither its lowest nor its highest. */
    public boolean hasHost(Inet4Address address) {
        return contains(address) && !address.equals(base) && !address.equals(broadcast());
    }

    /** The highest address. */
    public Inet4Address broadcast() {
        return address(number(base) | ~mask(prefixLength) & 0xffff_ffffL);
    }

    /** The address as an unsigned number of 32 bits. */
    public static long number(Inet4Address address) {
        return ByteBuffer.wrap(address.getAddress()).getInt() & 0xffff_ffffL;
    }

    /** The address with a number of 32 bits. */
    public static Inet4Address address(long number) {
        try {
            byte[] octets = ByteBuffer.allocate(4).putInt((int) number).array();
            return (Inet4Address) InetAddress.getByAddress(octets);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long mask(int prefixLength) {
        return 0xffff_ffffL << 32 - prefixLength & 0xffff_ffffL;
    }

    /** As in {@code 10.10.0.0/24}. */
    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefixLength;
    }
}
