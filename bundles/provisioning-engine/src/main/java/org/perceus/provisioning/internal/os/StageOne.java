package org.perceus.provisioning.internal.os;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.perceus.provisioning.PerceusOs.Release;
import org.perceus.vnfs.Artifact;

/**
 * A release of Perceus OS that nodes can download. Immutable.
 *
 * @param release what it is
 * @param kernel its kernel
 * @param initramfs its initramfs
 * @param tools archives of programs that some node scripts load, by name
 * @param memoryTest what tests the memory of machines, where the release has it
 * @param manifest names its boot programs
 */
public record StageOne(
        Release release,
        Artifact kernel,
        Artifact initramfs,
        Map<String, Artifact> tools,
        Optional<MemoryTest> memoryTest,
        Manifest manifest) {
    /** Whether the release has a network boot program of this name. */
    public boolean hasBootProgram(String name) {
        return Manifest.isBootProgram(name) && manifest.files().containsKey(name);
    }

    /** Where a file of the release is. */
    Path file(String name) {
        return release.folder().resolve(name);
    }
}
