package org.perceus.node;

import org.osgi.annotation.versioning.ProviderType;

/** The nodes of the site, to read. Thread-safe. */
@ProviderType
public interface NodeRegistry {
    /** The registry as it is now: one volatile read, never blocks. */
    RegistrySnapshot snapshot();
}
