package org.perceus.boot;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** The network boot programs that TFTP serves, and HTTP under {@code /boot/}. */
@ConsumerType
public interface BootFiles {
    /**
     * Finds a file by the name that a client asked for.
     *
     * @param name as it came from the network: hostile
     * @return the file, which must be one that anybody may read; empty when there is none of that name
     */
    Optional<Path> find(String name);
}
