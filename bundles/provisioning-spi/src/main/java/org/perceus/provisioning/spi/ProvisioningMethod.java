package org.perceus.provisioning.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides how a capsule reaches a node.
 *
 * <p>{@link #build} does the heavy work, once for each version of a capsule; {@link #render} refers to what it
 * published. The engine calls both concurrently from its own threads and never after the component was deactivated.
 */
@ConsumerType
public interface ProvisioningMethod {
    /**
     * Publishes the artifacts that nodes of this method need of a capsule. Called off the request path, at most once at
     * a time for one capsule; may take minutes. Nodes wait until it has returned. The result is kept across restarts
     * under the module's version, so a new version of the module builds anew.
     *
     * @param build the capsule, and where its artifacts go; must not be kept after the call
     * @throws ProvisioningException when the capsule is not fit for this method; nothing is published then
     */
    void build(CapsuleBuild build) throws ProvisioningException;

    /**
     * Renders the two ends of a node's script: a pure and quick function of its argument, free of I/O and of threads.
     * The engine gives up on it after two seconds.
     *
     * @param node what is known of the node; must not be kept after the call
     * @return how the node gets its system and enters it
     * @throws ProvisioningException when the node cannot be provisioned as it is configured; the node waits, and its
     *     administrator sees the message
     */
    MethodScript render(NodeView node) throws ProvisioningException;

    /**
     * What an administrator who looks at this module should know of its state, beyond what the engine knows: a sentence
     * or a few, such as which server it uses and why. Called now and then; must be quick.
     *
     * @return empty when there is nothing to say
     */
    default String remark() {
        return "";
    }
}
