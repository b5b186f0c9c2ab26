package org.perceus.provisioning.spi;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Publishes files as artifacts, for a configuration module whose nodes need more than fits into their scripts. A service of
 * the engine, always there. Thread-safe.
 *
 * <p>Whoever knows the hash of an artifact may download it, so it is no place for secrets.
 *
 * @since 1.1
 */
@ProviderType
public interface ArtifactPublisher {
    /**
     * Publishes a file. Its content is copied before the call returns, which takes as long as the file is large: not for
     * {@code render}.
     *
     * @param file a regular file
     * @return the artifact, to be closed when no new script names it
     * @throws ProvisioningException when the file cannot be read or the disk not be written, with the reason
     */
    Publication publish(Path file) throws ProvisioningException;
}
