package org.perceus.vnfs.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.InitramfsFormat;
import org.perceus.vnfs.RootTraits;

/**
 * The content of a capsule's file; names and units are a promise to later versions. What came later is {@code null} in
 * files of before.
 */
record StoredCapsule(
        int format,
        String name,
        String version,
        String kernelPath,
        String kernelRelease,
        long rootSize,
        long files,
        String rootSha256,
        long rootArchiveSize,
        String imported,
        List<CapsuleKernel> kernels,
        RootTraits traits) {
    private static final int FORMAT = 1;

    static StoredCapsule of(Capsule capsule) {
        return new StoredCapsule(
                FORMAT,
                capsule.id().name(),
                capsule.id().version(),
                capsule.kernel().path(),
                capsule.kernel().release(),
                capsule.rootSize(),
                capsule.files(),
                capsule.root().sha256(),
                capsule.root().size(),
                capsule.imported().toString(),
                capsule.kernels(),
                capsule.traits());
    }

    /** @throws IllegalArgumentException when it is damaged */
    Capsule capsule() {
        if (format != FORMAT) {
            throw new IllegalArgumentException("it is not of format " + FORMAT);
        }
        if (Stream.of(name, version, kernelPath, kernelRelease, rootSha256, imported)
                .anyMatch(text -> text == null)) {
            throw new IllegalArgumentException("something is missing in it");
        }
        CapsuleKernel only = new CapsuleKernel(kernelPath, kernelRelease, InitramfsFormat.ZSTD);
        return new Capsule(
                new CapsuleId(name, version),
                Optional.ofNullable(kernels).orElse(List.of(only)),
                rootSize,
                files,
                new Artifact(rootSha256, rootArchiveSize),
                Instant.parse(imported),
                Optional.ofNullable(traits).orElse(RootTraits.UNKNOWN));
    }
}
