package org.perceus.module;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Changes files so that after a power cut they are there whole or not at all, and as they are when a method has returned;
 * offered by the room above. Each file is for one writer at a time.
 */
@ConsumerType
public interface DurableWriter {
    /**
     * Writes a file that all may read, in place of another of its name, and makes the folders that are missing.
     *
     * @throws IOException when it could not be written; then the one before is unharmed
     */
    void write(Path file, byte[] content) throws IOException;

    /** Deletes a file, if it is there. */
    void delete(Path file) throws IOException;
}
