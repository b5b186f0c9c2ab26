package org.perceus.provisioning.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Customises a node before its second OS starts, by rendering a share of the script that the node runs.
 *
 * <p>See the package for threads, lifetime and failures. Shares run in ascending {@linkplain PerceusModule#order() order}, then by module name, after the
 * provisioning method has made {@code $DESTDIR} available.
 */
@ConsumerType
public interface ConfigurationModule {
    /**
     * Renders this module's share for one node: a function of its argument and of the component's configuration, without
     * I/O, threads or a look at the clock, that takes milliseconds. The engine gives up on it after two seconds. Called
     * for each request of a node whose setting {@code modules} names this module.
     *
     * @param node what is known of the node; must not be kept after the call
     * @return the share, {@link NodeScript#nothing()} when the module has nothing to do for this node
     * @throws ProvisioningException when the node cannot be provisioned as it is configured; the node waits, and its
     *     administrator sees the message
     */
    NodeScript render(NodeView node) throws ProvisioningException;

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
