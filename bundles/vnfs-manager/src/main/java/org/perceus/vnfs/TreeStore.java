package org.perceus.vnfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Unpacked roots of capsules, for file servers. A tree appears whole and never changes. Thread-safe.
 *
 * <p>The tree of a capsule that is gone is removed when no {@link ArtifactReferences} names it any more, as nodes may live
 * on it for long.
 */
@ProviderType
public interface TreeStore {
    /** The folder that all trees are in. */
    Path folder();

    /** Name of the folder below {@link #folder} with the root of a capsule, if it is there. */
    Optional<String> find(Capsule capsule);

    /**
     * Unpacks a root unless it is there. Needs the right to give files away and to make device nodes, which the
     * superuser has.
     *
     * @return name of its folder below {@link #folder}
     * @throws IOException with a sentence when it cannot be unpacked; nothing is left behind then
     */
    String unpack(Capsule capsule, Progress progress) throws IOException;
}
