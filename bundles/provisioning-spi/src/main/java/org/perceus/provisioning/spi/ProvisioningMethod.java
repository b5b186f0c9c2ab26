package org.perceus.provisioning.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides how a capsule reaches a node.
 *
 * <p>{@link #build} does the heavy work, once for each version of a capsule; {@link #render} refers to what it
 * published by way of the node's artifacts. See the package for threads, lifetime and failures.
 */
@ConsumerType
public interface ProvisioningMethod {
    /**
     * Publishes the artifacts that nodes of this method need of a capsule. Called off the request path, at most once at
     * a time for one capsule; may take minutes. Nodes wait until it has returned, those that have what an older version
     * of the module built excepted. The result is kept across restarts under the module's version, so a new version of
     * the module builds anew before it takes the place of the old one, and equal versions have to publish the same. A
     * build that is given up, because the engine stops or there was no {@link CapsuleBuild#progress} for long, is
     * interrupted; one whose module is to leave may still finish.
     *
     * @param build the capsule, and where its artifacts go; must not be kept after the call
     * @throws ProvisioningException when the capsule is not fit for this method; nothing is published then
     */
    void build(CapsuleBuild build) throws ProvisioningException;

    /**
     * Renders the two ends of a node's script: a function of its argument and of the component's configuration, without
     * I/O, threads or a look at the clock, that takes milliseconds. The engine gives up on it after two seconds. Called
     * for each request of a node, after {@code build} has returned for the node's capsule.
     *
     * @param node what is known of the node; must not be kept after the call
     * @return how the node gets its system and enters it
     * @throws ProvisioningException when the node cannot be provisioned as it is configured; the node waits, and its
     *     administrator sees the message
     */
    MethodScript render(NodeView node) throws ProvisioningException;

    /**
     * What an administrator who looks at this module should know of its state, beyond what the engine knows: a sentence
     * or a few, such as which server it uses and why. Called now and then, beside the other methods; quick, and without waiting
     * for anything outside of the module.
     *
     * @return empty when there is nothing to say
     */
    default String remark() {
        return "";
    }

    /**
     * The settings of nodes that this module reads. Called now and then, beside the other methods; quick, and the same each time.
     *
     * @since 1.1
     */
    default List<NodeSetting<?>> settings() {
        return List.of();
    }
}
