package org.perceus.boot.internal.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** IPv4 addresses as numbers. */
public final class Ipv4 {
    /** Octets of an address. */
    public static final int LENGTH = 4;

    /** 0.0.0.0. */
    public static final Inet4Address ZERO = of(0);

    /** 255.255.255.255. */
    public static final Inet4Address EVERYONE = of(-1);

    private Ipv4() {}

    /** The address of 32 bits. */
    public static Inet4Address of(int bits) {
        return of(ByteBuffer.allocate(LENGTH).putInt(bits).array());
    }

    /** The address of four octets. */
    public static Inet4Address of(byte[] octets) {
        try {
            return (Inet4Address) InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an IPv4 address has four octets", e);
        }
    }

    /** The 32 bits of an address. */
    public static int bits(Inet4Address address) {
        return ByteBuffer.wrap(address.getAddress()).getInt();
    }

    /** Whether this is 0.0.0.0. */
    public static boolean isZero(Inet4Address address) {
        return bits(address) == 0;
    }

    /** Whether one machine can have this address. */
    public static boolean isHost(Inet4Address address) {
        int first = address.getAddress()[0] & 0xff;
        return first != 0 && first < 224;
    }

    /** The mask of a prefix of 1 to 32 bits. */
    public static int mask(int prefixLength) {
        return -1 << (32 - prefixLength);
    }
}
