package org.perceus.provisioning.internal.capsule;

import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.spi.CapsuleTrees;
import org.perceus.vnfs.TreeStore;

/** Tells modules where the unpacked roots are and where this server provisions. Thread-safe. */
@Component
public final class ServedTrees implements CapsuleTrees {
    private final TreeStore trees;
    private final ServedInterfaces interfaces;

    @Activate
    public ServedTrees(@Reference TreeStore trees, @Reference ServedInterfaces interfaces) {
        this.trees = trees;
        this.interfaces = interfaces;
    }

    @Override
    public Path folder() {
        return trees.folder();
    }

    @Override
    public List<String> serverAddresses() {
        return interfaces.addresses().stream()
                .map(Ipv4Address::toString)
                .sorted()
                .toList();
    }
}
