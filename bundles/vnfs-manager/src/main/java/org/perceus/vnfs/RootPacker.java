package org.perceus.vnfs;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/** Makes artifacts of a capsule's root. Thread-safe; takes seconds to minutes; the same capsule gives the same hash. */
@ProviderType
public interface RootPacker {
    /**
     * Packs the root as a newc cpio archive compressed with zstd, for a kernel to take as its initramfs. Inodes are
     * numbered anew, hard links, owners and modes kept; extended attributes, which newc cannot hold, travel in
     * {@code /.perceus/xattrs.tar} inside it.
     *
     * @throws IOException when the capsule's archive cannot be read or the artifact not be written
     */
    Artifact initramfs(Capsule capsule, Progress progress) throws IOException;

    /** Copies one file of the root, given by its absolute path, to the artifact store. */
    Artifact file(Capsule capsule, String path) throws IOException;
}
