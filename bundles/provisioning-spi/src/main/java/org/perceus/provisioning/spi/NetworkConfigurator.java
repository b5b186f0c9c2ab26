package org.perceus.provisioning.spi;

/**
 * Who gives network cards their addresses in a capsule's system. netplan counts as the one that it writes for.
 *
 * @since 1.1
 */
public enum NetworkConfigurator {
    /** systemd-networkd. */
    NETWORKD,
    /** NetworkManager. */
    NETWORK_MANAGER,
    /** A program that reads {@code /etc/network/interfaces}: ifupdown, ifupdown-ng, or that of busybox. */
    IFUPDOWN,
    /** Nobody that is known. */
    NONE
}
