package org.perceus.node;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.perceus.address.Ipv4Address;

/**
 * Addresses that this server has itself, which no node can have. Whoever knows some registers this as an OSGi service;
 * the registry asks all of them at each change. Thread-safe; calls do not block.
 */
@ConsumerType
public interface OwnAddresses {
    /** The addresses as they are now. */
    Set<Ipv4Address> addresses();
}
