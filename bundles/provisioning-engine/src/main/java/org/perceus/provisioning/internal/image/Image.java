package org.perceus.provisioning.internal.image;

import java.util.Map;
import org.perceus.vnfs.Artifact;

/**
 * What a provisioning method built of a capsule. Immutable.
 *
 * @param artifacts the artifacts by the role that the method gave them
 */
public record Image(Map<String, Artifact> artifacts) {
    /** Copies the map. */
    public Image {
        artifacts = Map.copyOf(artifacts);
    }

    /** Size of all artifacts together, in bytes. */
    public long size() {
        return artifacts.values().stream().mapToLong(Artifact::size).sum();
    }
}
