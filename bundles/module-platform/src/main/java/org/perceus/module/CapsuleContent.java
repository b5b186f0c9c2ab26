package org.perceus.module;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ConsumerType;
import org.perceus.provisioning.spi.CapsuleView;

/**
 * A capsule as images are built of it, with one of its kernels. Immutable; equal when it is the same capsule with the same
 * kernel. What packs or unpacks takes seconds to minutes, and throws an {@link IOException} with a sentence when the
 * capsule cannot be read or the disk not be written; nothing is left behind then.
 *
 * <p>A predicate says of each absolute path whether it goes in; a folder that stays out takes all below it along, of which
 * nobody is asked.
 */
@ConsumerType
public interface CapsuleContent {
    /** What methods may know of it. Name and version are safe as names of files. */
    CapsuleView view();

    /** Names it: {@code name@version}. */
    default String id() {
        return view().name() + "@" + view().version();
    }

    /** Release of its kernel; empty when the capsule has only one, which goes without saying. */
    Optional<String> kernelChoice();

    /** Its whole root as a compressed archive. */
    ImageArtifact root();

    /** Publishes its kernel. */
    ImageArtifact kernel() throws IOException;

    /** Publishes a part of its root as an archive that its kernel takes as initramfs. */
    ImageArtifact initramfs(Predicate<String> paths, BuildProgress progress) throws IOException;

    /** Its whole root as a tar archive, not compressed; to be closed by the caller. */
    InputStream tar() throws IOException;

    /** A part of its root as such an archive. */
    InputStream tar(Predicate<String> paths) throws IOException;

    /**
     * Reads a regular file of its root, following links inside it.
     *
     * @param limit the most bytes to read
     * @return empty when there is no such file
     * @throws IOException also when the file is larger
     */
    Optional<byte[]> read(String path, int limit) throws IOException;

    /** Name of its unpacked root, if that is there. */
    Optional<String> tree();

    /**
     * Unpacks its root unless it is there.
     *
     * @return name of the unpacked root
     */
    String unpack(BuildProgress progress) throws IOException;
}
