package org.perceus.provisioning.spi.network;

import java.util.Optional;
import java.util.regex.Pattern;

/** An IPv4 address (RFC 791), in the order of the network: the first octet is in the highest bits. */
record Ipv4(int bits) {
    private static final Pattern DOTTED = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    /** Reads dotted decimal without leading zeros, which some take for octal. */
    static Optional<Ipv4> read(String text) {
        if (!DOTTED.matcher(text).matches()) {
            return Optional.empty();
        }
        int bits = 0;
        for (String octet : text.split("\\.")) {
            int value = Integer.parseInt(octet);
            if (value > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | value;
        }
        return Optional.of(new Ipv4(bits));
    }

    /** The part that an address has in common with its network. */
    static int mask(int prefixLength) {
        return prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
    }

    /** The part of a netmask that is set, if that is a netmask: all ones before all zeros. */
    static Optional<Integer> prefixLength(String netmask) {
        return read(netmask)
                .map(mask -> Integer.bitCount(mask.bits))
                .filter(length -> mask(length) == read(netmask).orElseThrow().bits);
    }

    Ipv4 network(int prefixLength) {
        return new Ipv4(bits & mask(prefixLength));
    }

    int host(int prefixLength) {
        return bits & ~mask(prefixLength);
    }

    boolean isIn(Ipv4 network, int prefixLength) {
        return ((bits ^ network.bits) & mask(prefixLength)) == 0;
    }

    /** Whether a machine can have it: neither "this" network, loopback, multicast nor reserved (RFC 6890, RFC 5771). */
    boolean isUnicast() {
        int first = bits >>> 24;
        return first != 0 && first != 127 && first < 224;
    }

    /** Whether it stands for its network or for all machines of it, which networks of one or two addresses do not have. */
    boolean isReservedIn(int prefixLength) {
        return prefixLength < 31 && (host(prefixLength) == 0 || host(prefixLength) == ~mask(prefixLength));
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }
}
