package org.perceus.provisioning.internal.image;

import java.util.Map;
import java.util.Optional;
import org.perceus.vnfs.Artifact;

/**
 * What a provisioning method built of a capsule. Immutable.
 *
 * @param artifacts the artifacts by the role that the method gave them
 * @param tree name of the unpacked root, if the method had it unpacked
 */
public record Image(Map<String, Artifact> artifacts, Optional<String> tree) {
    /** Copies the map. */
    public Image {
        artifacts = Map.copyOf(artifacts);
    }

    /** Size of all artifacts together, in bytes. */
    public long size() {
        return artifacts.values().stream().mapToLong(Artifact::size).sum();
    }
}
