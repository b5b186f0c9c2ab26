package org.perceus.provisioning.spi;

import org.osgi.annotation.versioning.ProviderType;

/** A published file that nodes download by its hash. Immutable. */
@ProviderType
public interface Artifact {
    /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
    String sha256();

    /** Size in bytes. */
    long size();
}
