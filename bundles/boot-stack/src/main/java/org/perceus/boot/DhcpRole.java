package org.perceus.boot;

/** What this server is on a network to those who ask by DHCP. */
public enum DhcpRole {
    /** It gives addresses, and says what to boot. */
    SERVER,
    /** It says what to boot, beside a server that gives the addresses (ProxyDHCP, PXE 2.1 section 2.2.1). */
    PROXY
}
