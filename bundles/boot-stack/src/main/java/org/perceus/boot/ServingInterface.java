package org.perceus.boot;

import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.address.Ipv4Address;

/**
 * One provisioning interface that is configured, as an OSGi service for as long as it is.
 */
@ProviderType
public interface ServingInterface {
    /** Name of the network device, such as {@code eth1}. */
    String device();

    /** This server's address on it. */
    Ipv4Address address();

    /** Base of the URLs by which clients on this interface reach the HTTP side. */
    URI server();

    /** Which servers are up on it, such as {@code dhcp}, {@code tftp}, {@code http}, {@code dns}. */
    List<String> servers();

    /** The UDP port at which it listens to the kernels of nodes, if it does. */
    OptionalInt kernelLogPort();
}
