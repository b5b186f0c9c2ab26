package org.perceus.vnfs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One packaged operating system. Immutable.
 *
 * @param id names it
 * @param kernels its kernels, at least one; nodes get the first unless they ask for another
 * @param rootSize size of the root, in bytes of file content without holes
 * @param files number of entries in the root
 * @param root the root as a canonical archive: tar with PAX headers, entries sorted by path, compressed with zstd
 * @param imported when it was imported
 * @param traits what its root is like
 */
public record Capsule(
        CapsuleId id,
        List<CapsuleKernel> kernels,
        long rootSize,
        long files,
        Artifact root,
        Instant imported,
        RootTraits traits) {
    /** @throws IllegalArgumentException when there is no kernel */
    public Capsule {
        kernels = List.copyOf(kernels);
        if (kernels.isEmpty()) {
            throw new IllegalArgumentException(id + " has no kernel");
        }
    }

    /** The kernel that nodes get. */
    public CapsuleKernel kernel() {
        return kernels.get(0);
    }

    /** The same capsule with another of its kernels as the one that nodes get; empty when it has none of that release. */
    public Optional<Capsule> withKernel(String release) {
        return kernels.stream()
                .filter(kernel -> kernel.release().equals(release))
                .findFirst()
                .map(wanted -> {
                    List<CapsuleKernel> others = new ArrayList<>(kernels);
                    others.remove(wanted);
                    others.add(0, wanted);
                    return new Capsule(id, others, rootSize, files, root, imported, traits);
                });
    }
}
