package org.perceus.module.internal.registry;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.perceus.module.ModuleIdentity;
import org.perceus.module.ModuleInfo.Kind;
import org.perceus.provisioning.spi.PerceusModule;

/** Reads from a service what module it is. */
final class ServiceIdentity {
    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final int MIDDLE = 50;
    private static final int LAST = 99;

    private ServiceIdentity() {}

    /** @throws IllegalArgumentException when the service does not say a name, or says an order that is none */
    static ModuleIdentity of(ServiceReference<?> reference, Kind kind) {
        if (!(reference.getProperty(PerceusModule.NAME) instanceof String name) || !name.matches(NAME)) {
            throw new IllegalArgumentException("its service has no property " + PerceusModule.NAME
                    + " with a name of lower-case letters, digits and hyphens");
        }
        Object order = reference.getProperty(PerceusModule.ORDER);
        if (order != null && !(order instanceof Integer place && place >= 0 && place <= LAST)) {
            throw new IllegalArgumentException(
                    "the property " + PerceusModule.ORDER + " of its service is not an Integer from 0 to " + LAST);
        }
        Bundle bundle = reference.getBundle();
        if (bundle == null) {
            throw new IllegalArgumentException("its service is gone already");
        }
        return new ModuleIdentity(
                name,
                kind,
                number(reference, PerceusModule.ORDER, MIDDLE),
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                bundle.getBundleId(),
                number(reference, Constants.SERVICE_RANKING, 0),
                (Long) reference.getProperty(Constants.SERVICE_ID));
    }

    private static int number(ServiceReference<?> reference, String property, int otherwise) {
        return reference.getProperty(property) instanceof Integer value ? value : otherwise;
    }
}
