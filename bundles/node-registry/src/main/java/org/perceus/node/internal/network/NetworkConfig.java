package org.perceus.node.internal.network;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of a provisioning network, one of them to a network. */
@ObjectClassDefinition(name = "Perceus provisioning network")
@interface NetworkConfig {
    @AttributeDefinition(description = "Name of the network, unlike that of any other")
    String name();

    @AttributeDefinition(description = "Subnet, as in 10.10.0.0/24")
    String subnet();

    @AttributeDefinition(
            description =
                    "Addresses for machines that were given none, as in 10.10.0.100-10.10.0.199; none where another"
                            + " DHCP server gives them theirs",
            required = false)
    String pool() default "";

    @AttributeDefinition(description = "Default gateway of the nodes", required = false)
    String router() default "";

    @AttributeDefinition(description = "Name servers of the nodes, separated by commas", required = false)
    String nameServers() default "";

    @AttributeDefinition(description = "DNS domain of the nodes", required = false)
    String domain() default "";

    @AttributeDefinition(
            description = "DHCP options for its machines, as in ntp-servers=10.10.0.5; 224=text:hello",
            required = false)
    String options() default "";

    @AttributeDefinition(
            description = "Who that is no node is lent an address of the pool: booting for machines that boot, or all",
            required = false)
    String lendTo() default "booting";

    @AttributeDefinition(description = "For how long an address is leased, 60 to 31536000 seconds", required = false)
    int leaseSeconds() default 3600;
}
