package org.perceus.boot.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One provisioning interface: {@code etc/org.perceus.boot.interface-NAME.cfg}. */
@ObjectClassDefinition(
        name = "Perceus provisioning interface",
        description = "Servers for booting machines on one network device, and on no other")
public @interface InterfaceConfig {
    /** The network device. */
    @AttributeDefinition(description = "Network device, such as eth1")
    String device() default "";

    /** The server's addresses on it. */
    @AttributeDefinition(
            description =
                    "IPv4 addresses of the device to serve on, separated by commas, each in another network; empty for"
                            + " its first")
    String address() default "";

    /** What is done by DHCP. */
    @AttributeDefinition(
            description =
                    "full: give addresses and say what to boot; proxy: say what to boot, beside a server that gives"
                            + " addresses; external: nothing, as another server does both")
    String dhcp() default "full";

    /** Which relay agents are believed. */
    @AttributeDefinition(
            description =
                    "Addresses that the DHCP relays of other networks send from, separated by commas, as the log says them;"
                            + " any to believe all; empty for none")
    String relays() default "";

    /** Whether TFTP is served. */
    @AttributeDefinition(description = "Serve TFTP")
    boolean tftp() default true;

    /** Whether HTTP is served. */
    @AttributeDefinition(description = "Serve HTTP")
    boolean http() default true;

    /** Whether kernels are listened to. */
    @AttributeDefinition(description = "Listen to what the kernels of nodes say by netconsole")
    boolean kernelLog() default true;

    /** Whether iPXE is told that there is no IPv6 router. */
    @AttributeDefinition(
            description =
                    "Answer IPv6 router solicitations as a router that routes nothing, which spares iPXE 16 seconds")
    boolean answerSolicitations() default true;

    /** The DHCP server's port. */
    @AttributeDefinition(
            description = "UDP port of DHCP servers and relays, clients listen on the next; not 67 in tests only")
    int dhcpPort() default 67;

    /** The TFTP server's port. */
    @AttributeDefinition(description = "UDP port of TFTP; firmware knows 69 only")
    int tftpPort() default 69;

    /** The HTTP server's port. */
    @AttributeDefinition(description = "TCP port of HTTP")
    int httpPort() default 9870;

    /** The port at which kernels are listened to. */
    @AttributeDefinition(description = "UDP port of netconsole")
    int kernelLogPort() default 6666;

    /** Whether names are served. */
    @AttributeDefinition(description = "Serve DNS: names and addresses of nodes, and others' by resolvers")
    boolean dns() default true;

    /** The DNS server's port. */
    @AttributeDefinition(description = "UDP and TCP port of DNS; nodes know 53 only")
    int dnsPort() default 53;

    /** What the server is called. */
    @AttributeDefinition(description = "Name of this server in the domains of the nodes")
    String dnsName() default "perceus";

    /** Who is asked for what this server does not know. */
    @AttributeDefinition(
            description =
                    "Addresses of the resolvers that are asked for other names, separated by commas; empty for those"
                            + " of /etc/resolv.conf, 'none' for nobody")
    String dnsForwarders() default "";

    /** Whether they are asked for private addresses, too. */
    @AttributeDefinition(
            description =
                    "Also ask the resolvers for the names of private addresses that are not of the nodes' networks")
    boolean dnsForwardPrivate() default false;

    /** How often a device that is not ready is looked at again. */
    @AttributeDefinition(description = "Seconds between looks at the device, 1 to 3600")
    int retrySeconds() default 3;
}
