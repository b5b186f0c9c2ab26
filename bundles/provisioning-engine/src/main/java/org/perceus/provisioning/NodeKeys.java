package org.perceus.provisioning;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.MacAddress;

/** The keys that machines show which wait to be approved. In memory. Thread-safe. */
@ProviderType
@FunctionalInterface
public interface NodeKeys {
    /**
     * What the machine of a node shows that is not approved: the node is tied to that key, and to no other, once it is.
     *
     * @return the fingerprint of the key, {@code SHA256:…} as ssh writes it; empty when it shows none, or has not been heard of
     */
    Optional<String> shown(MacAddress mac);
}
