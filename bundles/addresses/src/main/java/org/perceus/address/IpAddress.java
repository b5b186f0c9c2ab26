package org.perceus.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** An address of the Internet Protocol, of either version. Immutable; two are equal when their version and bits are. */
public sealed interface IpAddress permits Ipv4Address, Ipv6Address {
    /** Its octets in the order of the network: 4 or 16. */
    byte[] octets();

    /** As administrators write it, such as {@code 10.10.0.17} or {@code fd00::17} (RFC 5952). */
    @Override
    String toString();

    /**
     * Reads an address of either version; never asks a name server.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when it is none
     */
    static IpAddress parse(String text) {
        return text.indexOf(':') < 0 ? Ipv4Address.parse(text) : Ipv6Address.parse(text);
    }

    /** The address that a socket has or is connected to. */
    static IpAddress of(InetAddress address) {
        return address instanceof Inet4Address
                ? Ipv4Address.of(address.getAddress())
                : Ipv6Address.of(address.getAddress());
    }

    /** A port at it. */
    default InetSocketAddress at(int port) {
        return new InetSocketAddress(forSocket(), port);
    }

    /** The same for a socket. */
    default InetAddress forSocket() {
        try {
            return InetAddress.getByAddress(octets());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
