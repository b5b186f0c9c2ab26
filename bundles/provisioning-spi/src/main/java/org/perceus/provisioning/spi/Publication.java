package org.perceus.provisioning.spi;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A file that is published for as long as this is not closed.
 *
 * @since 1.1
 */
@ProviderType
public interface Publication extends AutoCloseable {
    /** What nodes download. */
    Artifact artifact();

    /** Gives it up; nodes that were told of it may still download it for as long as a boot takes. */
    @Override
    void close();
}
