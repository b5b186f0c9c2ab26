package org.perceus.vnfs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** Makes artifacts of a capsule's root. Thread-safe; takes seconds to minutes; the same capsule gives the same hash. */
@ProviderType
public interface RootPacker {
    /**
     * Packs the root as a newc cpio archive, compressed as the capsule's kernel can undo it, for its initramfs. Inodes are
     * numbered anew, hard links, owners and modes kept; what newc cannot hold (extended attributes, times before
     * 1970 or after 2106, holes of a MiB and more in a file) travels in {@code /.perceus/xattrs.tar} inside it; a file with
     * such holes is empty outside of that.
     *
     * @param paths says of each absolute path whether it goes in; a folder that stays out takes all below it along, of
     *     which nobody is asked, except for a file that goes in by another of its hard links
     * @throws IOException when the capsule's archive cannot be read or the artifact not be written
     */
    Artifact initramfs(Capsule capsule, Predicate<String> paths, Progress progress) throws IOException;

    /** Packs the whole root. */
    default Artifact initramfs(Capsule capsule, Progress progress) throws IOException {
        return initramfs(capsule, path -> true, progress);
    }

    /** Copies one file of the root, given by its absolute path, to the artifact store. */
    Artifact file(Capsule capsule, String path) throws IOException;

    /**
     * Reads a regular file of the root, given by its absolute path, following links inside the root.
     *
     * @param limit the most bytes to read
     * @return empty when there is no such file
     * @throws IOException also when the file is larger
     */
    Optional<byte[]> read(Capsule capsule, String path, int limit) throws IOException;

    /** The root as a tar archive with PAX headers, not compressed; to be closed by the caller. */
    InputStream tar(Capsule capsule) throws IOException;

    /**
     * A part of the root as such an archive.
     *
     * @param paths says of each absolute path whether it goes in, as for {@link #initramfs}; asked before this returns
     */
    InputStream tar(Capsule capsule, Predicate<String> paths) throws IOException;
}
