package org.perceus.provisioning.internal.served;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.perceus.boot.ServingInterface;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of a node that has the address of an interface already when that comes up: later ones are refused, but a server
 * can be given another address at any time.
 */
@Component(service = AddressConflicts.class, immediate = true)
public final class AddressConflicts {
    private static final Logger LOG = LoggerFactory.getLogger(AddressConflicts.class);

    private final NodeRegistry registry;

    @Activate
    public AddressConflicts(@Reference NodeRegistry registry) {
        this.registry = registry;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServingInterface serving) {
        warning(serving).ifPresent(LOG::warn);
    }

    void unbind(ServingInterface serving) {
        // whatever was said of it is history
    }

    /** What is wrong with an interface's address, if anything is. */
    Optional<String> warning(ServingInterface serving) {
        String address = serving.address().toString();
        Optional<Node> node = registry.snapshot().node(serving.address());
        return node.map(found -> "Node " + found.name() + " has " + address + ", this server's own address on "
                + serving.device() + ", so it cannot boot: give it another with 'perceus node set address=ADDRESS "
                + found.name() + "'");
    }
}
