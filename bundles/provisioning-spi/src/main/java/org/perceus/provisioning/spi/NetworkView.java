package org.perceus.provisioning.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;

/** A node's place on the provisioning network; addresses are IPv4 in dotted decimal. Immutable. */
@ProviderType
public interface NetworkView {
    /** The node's address. */
    String address();

    /** Length of the subnet prefix, 1 to 32. */
    int prefixLength();

    /**
     * The VLAN by whose tag the network reaches the card that the node was booted by (IEEE 802.1Q), 1 to 4094; empty when its
     * frames come without a tag. Since 1.2.
     */
    OptionalInt vlan();

    /** Default gateway, if the network has one. */
    Optional<String> gateway();

    /** Name servers, in the order in which to ask them. */
    List<String> nameServers();

    /** DNS domain of the nodes, if they have one. */
    Optional<String> domain();
}
