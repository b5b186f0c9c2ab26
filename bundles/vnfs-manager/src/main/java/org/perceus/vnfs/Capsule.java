package org.perceus.vnfs;

import java.time.Instant;

/**
 * One packaged operating system. Immutable.
 *
 * @param id names it
 * @param kernelPath absolute path of its kernel in the root
 * @param kernelRelease the kernel's release, as {@code uname -r} prints it
 * @param rootSize size of the root, in bytes of file content
 * @param files number of entries in the root
 * @param root the root as a canonical archive: tar with PAX headers, entries sorted by path, compressed with zstd
 * @param imported when it was imported
 */
public record Capsule(
        CapsuleId id,
        String kernelPath,
        String kernelRelease,
        long rootSize,
        long files,
        Artifact root,
        Instant imported) {}
