package org.perceus.vnfs;

/** Who gives network cards their addresses in a root. netplan counts as the one that it writes for. */
public enum NetworkConfigurator {
    /** systemd-networkd. */
    NETWORKD,
    /** NetworkManager. */
    NETWORK_MANAGER,
    /** A program that reads {@code /etc/network/interfaces}: ifupdown, ifupdown-ng, or that of busybox. */
    IFUPDOWN,
    /** Nobody that is known here. */
    NONE
}
