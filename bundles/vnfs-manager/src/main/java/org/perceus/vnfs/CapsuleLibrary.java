package org.perceus.vnfs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The capsules of the site. Thread-safe; look-ups are in memory. */
@ProviderType
public interface CapsuleLibrary {
    /** All capsules in the order of their names, the newest version of each first. */
    List<Capsule> capsules();

    /** One version of a capsule. */
    Optional<Capsule> find(CapsuleId id);

    /** What an administrator means by {@code name} (the version that was imported last) or {@code name@version}. */
    Optional<Capsule> find(String nameOrId);

    /**
     * Imports a root file system. Takes minutes; the capsule appears whole when it is done. Interrupting the thread
     * cancels the import and leaves nothing behind.
     *
     * @param id names the capsule; must not be taken
     * @param source a folder, or a tar archive (plain, gzip, zstd, xz or bzip2); needs a kernel under {@code /boot} or
     *     {@code /lib/modules}
     * @param kernel release of the kernel that nodes get; empty for the newest of the plain ones
     * @param progress hears how far it is
     */
    ImportResult importRoot(CapsuleId id, Path source, Optional<String> kernel, Progress progress);

    /**
     * Does what {@link #importRoot} does, without packing and keeping: gives what the import would have found, or its
     * refusal.
     */
    ImportResult examineRoot(CapsuleId id, Path source, Optional<String> kernel, Progress progress);

    /** Imports a root file system with the newest of its plain kernels. */
    default ImportResult importRoot(CapsuleId id, Path source, Progress progress) {
        return importRoot(id, source, Optional.empty(), progress);
    }

    /**
     * Forgets a capsule. Its artifacts go when nothing else refers to them.
     *
     * @return whether it was there
     */
    boolean remove(CapsuleId id);
}
