package org.perceus.provisioning.internal.image;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.perceus.boot.ServingInterface;
import org.perceus.provisioning.spi.CapsuleTrees;
import org.perceus.vnfs.TreeStore;

/** Tells modules where the unpacked roots are and where this server provisions. Thread-safe. */
@Component
public final class ServedTrees implements CapsuleTrees {
    private final TreeStore trees;
    private final List<ServingInterface> interfaces = new CopyOnWriteArrayList<>();

    @Activate
    public ServedTrees(@Reference TreeStore trees) {
        this.trees = trees;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindInterface(ServingInterface added) {
        interfaces.add(added);
    }

    void unbindInterface(ServingInterface removed) {
        interfaces.remove(removed);
    }

    @Override
    public Path folder() {
        return trees.folder();
    }

    @Override
    public List<String> serverAddresses() {
        return interfaces.stream()
                .map(served -> served.address().getHostAddress())
                .distinct()
                .sorted()
                .toList();
    }
}
