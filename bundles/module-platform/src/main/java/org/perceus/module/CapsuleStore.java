package org.perceus.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** The capsules of the site and the files that are made of them, offered by the room above. Thread-safe. */
@ConsumerType
public interface CapsuleStore {
    /**
     * A capsule with the kernel that nodes get unless they ask for another. In memory.
     *
     * @param id {@code name@version}; for any other text there is nothing
     */
    Optional<CapsuleContent> find(String id);

    /**
     * Publishes a copy of a file.
     *
     * @throws IOException when the file cannot be read or the disk not be written; nothing is published then
     */
    ImageArtifact publish(Path file) throws IOException;

    /** Whether nodes can download what has this SHA-256. */
    boolean has(String sha256);
}
