package org.perceus.provisioning.internal.boot;

import java.net.Inet4Address;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.perceus.boot.ServingInterface;
import org.perceus.node.OwnAddresses;

/** Keeps the addresses at which this server provisions from nodes. Thread-safe. */
@Component
public final class ServingAddresses implements OwnAddresses {
    private final List<ServingInterface> interfaces = new CopyOnWriteArrayList<>();

    /** Knows none yet. */
    @Activate
    public ServingAddresses() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServingInterface serving) {
        interfaces.add(serving);
    }

    void unbind(ServingInterface serving) {
        interfaces.remove(serving);
    }

    @Override
    public Set<Inet4Address> addresses() {
        return interfaces.stream().map(ServingInterface::address).collect(Collectors.toUnmodifiableSet());
    }
}
