package org.perceus.provisioning.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A file server that hands out the trees of {@link CapsuleTrees} read-only. A module offers it as a service, for methods
 * of other modules to refer to: a method whose DS component has a reference to it is present when a server is.
 *
 * <p>Called concurrently from the engine's threads; pure and quick, as {@link ProvisioningMethod#render} calls it.
 */
@ConsumerType
public interface TreeServer {
    /**
     * What a node mounts.
     *
     * @param node the node
     * @return the source in the notation of {@code mount}, such as {@code 10.10.0.1:/trees/…}
     * @throws ProvisioningException when the server does not serve now, with the reason
     */
    String source(NodeView node) throws ProvisioningException;

    /** Type of the file system in the notation of {@code mount -t}, such as {@code nfs}. */
    String type();

    /** Options in the notation of {@code mount -o}. */
    String options();

    /**
     * What administrators should know of it, such as which program serves, why, and what keeps it from serving; methods that
     * refer to it may add this to their own remark. Quick, and free of secrets.
     *
     * @return a sentence or two, empty for nothing
     * @since 1.1
     */
    default String remark() {
        return "";
    }
}
