package org.perceus.provisioning.internal.names;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.NameDirectory;
import org.perceus.boot.SiteNames;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;

/** Gives the DNS server the names of the nodes as the registry has them at that moment. Thread-safe. */
@Component
public final class RegistryNames implements NameDirectory {
    private final NodeRegistry registry;
    private volatile NodeNames newest;

    @Activate
    public RegistryNames(@Reference NodeRegistry registry) {
        this.registry = registry;
        this.newest = new NodeNames(registry.snapshot());
    }

    @Override
    public SiteNames names() {
        RegistrySnapshot snapshot = registry.snapshot();
        NodeNames names = newest;
        if (names.snapshot() != snapshot) {
            names = new NodeNames(snapshot);
            newest = names;
        }
        return names;
    }
}
