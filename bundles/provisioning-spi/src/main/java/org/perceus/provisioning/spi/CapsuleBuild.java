package org.perceus.provisioning.spi;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One run of {@link ProvisioningMethod#build}: the capsule, and where its artifacts go. For the calling thread only,
 * until {@code build} returns. The artifacts become visible to nodes all at once, when {@code build} has returned.
 */
@ProviderType
public interface CapsuleBuild {
    /** The capsule that is built. */
    CapsuleView capsule();

    /**
     * Publishes the capsule's kernel.
     *
     * @param role the name under which {@link NodeView#artifact} finds it
     */
    void publishKernel(String role) throws ProvisioningException;

    /**
     * Publishes the capsule's whole root as an archive that a Linux kernel takes as its initramfs: newc cpio, compressed
     * with zstd. Reports its progress by itself.
     *
     * @param role the name under which {@link NodeView#artifact} finds it
     */
    void publishInitramfs(String role) throws ProvisioningException;
}
