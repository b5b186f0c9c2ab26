package org.perceus.provisioning.internal.boot;

import java.net.Inet4Address;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.OwnAddresses;

/** Keeps the addresses at which this server provisions from nodes. Thread-safe. */
@Component
public final class ServingAddresses implements OwnAddresses {
    private final ServedInterfaces interfaces;

    @Activate
    public ServingAddresses(@Reference ServedInterfaces interfaces) {
        this.interfaces = interfaces;
    }

    @Override
    public Set<Inet4Address> addresses() {
        return interfaces.addresses();
    }
}
