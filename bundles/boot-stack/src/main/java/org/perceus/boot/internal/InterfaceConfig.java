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

    /** The server's address on it. */
    @AttributeDefinition(description = "IPv4 address of the device to serve on; empty for its first")
    String address() default "";

    /** Whether DHCP is served. */
    @AttributeDefinition(description = "Serve DHCP")
    boolean dhcp() default true;

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

    /** How often a device that is not ready is looked at again. */
    @AttributeDefinition(description = "Seconds between looks at the device, 1 to 3600")
    int retrySeconds() default 3;
}
