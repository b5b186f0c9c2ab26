package org.perceus.provisioning.internal.plan;

import java.util.List;
import org.perceus.module.Image;
import org.perceus.module.PresentModule;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.vnfs.Capsule;

/** What a node shall get now. Immutable. */
public sealed interface Plan {
    /**
     * It can be provisioned.
     *
     * @param node the node
     * @param registry the registry that the plan was made from
     * @param network the node's network
     * @param capsule what it gets
     * @param image what the method built of the capsule
     * @param method how it gets it
     * @param modules what customises it, in the order of their shares
     */
    record Provision(
            Node node,
            RegistrySnapshot registry,
            Network network,
            Capsule capsule,
            Image image,
            PresentModule<ProvisioningMethod> method,
            List<PresentModule<ConfigurationModule>> modules)
            implements Plan {}

    /**
     * It has to wait.
     *
     * @param reason one sentence: for what, and what an administrator can do about it
     */
    record Wait(String reason) implements Plan {}
}
