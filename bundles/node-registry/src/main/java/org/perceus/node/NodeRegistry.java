package org.perceus.node;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.address.Ipv4Address;

/** The nodes of the site, to read. Thread-safe. */
@ProviderType
public interface NodeRegistry {
    /** The registry as it is now: one volatile read, never blocks. */
    RegistrySnapshot snapshot();

    /**
     * What is wrong with the configuration of the site's nodes, a sentence each that begins with the file and the key. What
     * is wrong has no effect.
     */
    List<String> complaints();

    /**
     * Why a node cannot keep the address that it has, as a sentence: networks, their routers and this server's own addresses
     * may have become others since the node was given it.
     */
    Optional<String> objection(Node node);

    /** Why no node can have an address, as a sentence. */
    Optional<String> objection(Ipv4Address address);
}
