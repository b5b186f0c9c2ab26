package org.perceus.provisioning.spi.network;

/**
 * A name of a node and the address that it stands for.
 *
 * @param name one DNS label: the host name, or the host name, a hyphen and an interface such as {@code n0001-eth1}
 * @param address IPv4 in dotted decimal
 */
public record HostAddress(String name, String address) {}
