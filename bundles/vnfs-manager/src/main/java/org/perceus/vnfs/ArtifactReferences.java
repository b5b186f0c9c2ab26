package org.perceus.vnfs;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says which artifacts and unpacked roots somebody still uses. Whoever publishes artifacts and keeps their hashes registers
 * one as an OSGi service; artifacts that no capsule and no such service names are removed some time after they were
 * published, and so are trees. Without any such service nothing is removed.
 */
@ConsumerType
public interface ArtifactReferences {
    /**
     * The hashes of all artifacts in use, complete from the moment of registration on. Called now and then by the
     * thread that clears up; should return at once. When it throws, nothing is removed that time.
     */
    Set<String> inUse();

    /** The names of all trees of {@link TreeStore} that nodes live on or may get, likewise. */
    default Set<String> treesInUse() {
        return Set.of();
    }
}
