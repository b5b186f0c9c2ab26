package org.perceus.module;

import java.util.Map;
import java.util.Optional;

/**
 * What a provisioning method built of a capsule. Immutable.
 *
 * @param artifacts the artifacts by the role that the method gave them
 * @param tree name of the unpacked root, if the method had it unpacked
 */
public record Image(Map<String, ImageArtifact> artifacts, Optional<String> tree) {
    /** Copies the map. */
    public Image {
        artifacts = Map.copyOf(artifacts);
    }

    /** Size of all artifacts together, in bytes. */
    public long size() {
        return artifacts.values().stream().mapToLong(ImageArtifact::size).sum();
    }
}
