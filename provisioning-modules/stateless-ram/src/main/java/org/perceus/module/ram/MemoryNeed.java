package org.perceus.module.ram;

import org.perceus.provisioning.spi.CapsuleView;

/**
 * How much RAM a machine must have to come up with a capsule in it, in KiB as the kernel counts its {@code MemTotal}.
 *
 * <p>The second kernel mounts its first root, a tmpfs, while the image still lies in memory, and limits it to half of
 * what is left: so there must be twice the unpacked root beside the image. Before that, Perceus OS holds the image
 * twice, as a file and as pages for kexec; behind it, the system needs some memory to run. What is kept for the next boot is
 * in the root, and in the image, beside what it is a copy of.
 */
final class MemoryNeed {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;
    /** Files take whole pages: half a page more than their content on average. */
    private static final long LOST_PER_FILE = 2 * KIB;
    /** The node's own files and the copies of files that have extended attributes. */
    private static final long NODE_FILES = 8 * MIB;
    /** What the second kernel takes for itself and does not count. */
    private static final long SECOND_KERNEL = 24 * MIB;
    /** What Perceus OS lives in, with its kernel's copies. */
    private static final long PERCEUS_OS = 256 * MIB;
    /** What a system takes that does nothing yet. */
    private static final long SYSTEM = 128 * MIB;

    private MemoryNeed() {}

    /**
     * The need.
     *
     * @param imageSize size of the root's compressed image in bytes
     * @param kept how many bytes of it and its kernel are kept in the root
     */
    static long kib(CapsuleView capsule, long imageSize, long kept) {
        long root = capsule.rootSize() + capsule.fileCount() * LOST_PER_FILE + NODE_FILES + kept;
        long unpacking = 2 * root + imageSize + kept + SECOND_KERNEL;
        long fetching = 2 * (imageSize + kept) + PERCEUS_OS;
        long running = root + SYSTEM;
        return Math.max(unpacking, Math.max(fetching, running)) / KIB;
    }
}
