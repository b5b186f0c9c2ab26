package org.perceus.provisioning.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Customises a node before its second OS starts, by rendering a share of the script that the node runs.
 *
 * <p>The engine calls {@link #render} concurrently from its own threads and never after the component was
 * deactivated. Shares run in ascending {@linkplain PerceusModule#order() order}, then by module name, after the
 * provisioning method has made {@code $DESTDIR} available.
 */
@ConsumerType
public interface ConfigurationModule {
    /**
     * Renders this module's share for one node: a pure and quick function of its argument, free of I/O and of
     * threads. The engine gives up on it after two seconds.
     *
     * @param node what is known of the node; must not be kept after the call
     * @return the share, {@link NodeScript#nothing()} when the module has nothing to do for this node
     * @throws ProvisioningException when the node cannot be provisioned as it is configured; the node waits, and its
     *     administrator sees the message
     */
    NodeScript render(NodeView node) throws ProvisioningException;

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
