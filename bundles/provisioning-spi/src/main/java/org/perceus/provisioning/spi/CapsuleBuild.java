package org.perceus.provisioning.spi;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One run of {@link ProvisioningMethod#build}: the capsule, and where its artifacts go. For the calling thread only,
 * until {@code build} returns. The artifacts become visible to nodes all at once, when {@code build} has returned; when
 * it throws, nothing of them is.
 *
 * <p>A role is the name under which {@link NodeView#artifact} finds what was published: lower-case letters, digits and
 * hyphens, a letter first, at most 32. Paths are absolute in the capsule's root. All methods throw
 * {@link ProvisioningException} with a sentence when the capsule cannot be read or the disk not be written.
 */
@ProviderType
public interface CapsuleBuild {
    /** The capsule that is built. */
    CapsuleView capsule();

    /** Publishes the capsule's kernel. */
    void publishKernel(String role) throws ProvisioningException;

    /**
     * Publishes the capsule's whole root as an archive that a Linux kernel takes as its initramfs: newc cpio, compressed
     * with zstd. Reports its progress by itself.
     */
    void publishInitramfs(String role) throws ProvisioningException;

    /**
     * Publishes a part of the capsule's root as such an archive.
     *
     * @param paths says of each path whether it goes in, called once for each; a folder that stays out takes all below
     *     it along, and of what is below it nobody is asked
     */
    void publishInitramfs(String role, Predicate<String> paths) throws ProvisioningException;

    /**
     * Publishes the drivers of the capsule's kernel that can be needed to reach its root: those of network cards,
     * disks, file systems and what these stand on, with the tables of {@code modprobe}; newc cpio, compressed with zstd.
     */
    void publishDrivers(String role) throws ProvisioningException;

    /** Publishes the capsule's whole root as a tar archive with PAX headers, compressed with zstd. */
    void publishRoot(String role) throws ProvisioningException;

    /**
     * Publishes a file that the module made. Its content is copied before the call returns.
     *
     * @param file a regular file, such as one in {@link #workFolder}
     */
    void publishFile(String role, Path file) throws ProvisioningException;

    /**
     * Unpacks the capsule's root on this server, for a file server to hand out: see {@link CapsuleTrees}. The tree is
     * kept for as long as the capsule or its images are, and never changes. Reports its progress by itself.
     */
    void unpackTree() throws ProvisioningException;

    /**
     * The capsule's whole root as a tar archive with PAX headers, not compressed, for a program that reads one. Owners,
     * modes, hard links and extended attributes are in it, so reading it needs no privilege. To be closed by the caller.
     */
    InputStream openRoot() throws ProvisioningException;

    /**
     * A part of the capsule's root as such an archive, such as all but what no node of this method needs.
     *
     * @param paths says of each path whether it goes in, as for {@link #publishInitramfs(String, Predicate)}
     * @since 1.1
     */
    InputStream openRoot(Predicate<String> paths) throws ProvisioningException;

    /**
     * The text of a file of the root, following links.
     *
     * @return empty when the root has no such regular file
     * @throws ProvisioningException also when the file is larger than 1 MiB
     */
    Optional<String> readFile(String path) throws ProvisioningException;

    /** An empty folder for the work of this build, which is deleted with all that is in it when {@code build} returns. */
    Path workFolder() throws ProvisioningException;

    /**
     * Says how far the build is. A build that says nothing for a quarter of an hour is taken for one that hangs.
     *
     * @param task what is being done, in a few words
     * @param done how much of it is done
     * @param total how much there is; 0 when that is not known
     */
    void progress(String task, long done, long total);
}
