package org.perceus.vnfs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Files by the hash of their content; a file appears whole or not at all and never changes. Thread-safe. */
@ProviderType
public interface ArtifactStore {
    /** Writes the content of an artifact. */
    @FunctionalInterface
    interface Content {
        /** Writes everything to a stream, which the caller closes. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Stores what the content writes, durably, and gives its hash.
     *
     * @throws IOException when the content throws it or the disk does; nothing is stored then
     */
    Artifact publish(Content content) throws IOException;

    /**
     * The file of an artifact.
     *
     * @param sha256 a hash, or any other text, for which there is nothing
     */
    Optional<Path> find(String sha256);
}
