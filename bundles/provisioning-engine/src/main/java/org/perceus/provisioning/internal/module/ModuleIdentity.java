package org.perceus.provisioning.internal.module;

import java.util.Comparator;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.perceus.provisioning.ModuleInfo.Kind;
import org.perceus.provisioning.spi.PerceusModule;

/**
 * What a module is, apart from its service. Immutable; the natural order puts the preferred one of a name first.
 *
 * @param name by which administrators choose it
 * @param kind what it is for
 * @param order its place in a script
 * @param bundle symbolic name of its bundle
 * @param version version of its bundle
 * @param bundleId number of its bundle
 * @param ranking {@code service.ranking}
 * @param serviceId {@code service.id}
 */
public record ModuleIdentity(
        String name, Kind kind, int order, String bundle, String version, long bundleId, int ranking, long serviceId)
        implements Comparable<ModuleIdentity> {
    private static final Comparator<ModuleIdentity> PREFERENCE = Comparator.comparing(ModuleIdentity::name)
            .thenComparing(ModuleIdentity::ranking, Comparator.reverseOrder())
            .thenComparing(ModuleIdentity::serviceId);

    /**
     * Reads it from a service.
     *
     * @throws IllegalArgumentException when the service does not say a name, or says an order that is none
     */
    static ModuleIdentity of(ServiceReference<?> reference, Kind kind) {
        if (!(reference.getProperty(PerceusModule.NAME) instanceof String name)
                || !name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
            throw new IllegalArgumentException("its service has no property " + PerceusModule.NAME
                    + " with a name of lower-case letters, digits and hyphens");
        }
        Object order = reference.getProperty(PerceusModule.ORDER);
        if (order != null && !(order instanceof Integer place && place >= 0 && place <= 99)) {
            throw new IllegalArgumentException(
                    "the property " + PerceusModule.ORDER + " of its service is not an Integer from 0 to 99");
        }
        Bundle bundle = reference.getBundle();
        if (bundle == null) {
            throw new IllegalArgumentException("its service is gone already");
        }
        return new ModuleIdentity(
                name,
                kind,
                number(reference, PerceusModule.ORDER, 50),
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                bundle.getBundleId(),
                number(reference, Constants.SERVICE_RANKING, 0),
                (Long) reference.getProperty(Constants.SERVICE_ID));
    }

    @Override
    public int compareTo(ModuleIdentity other) {
        return PREFERENCE.compare(this, other);
    }

    private static int number(ServiceReference<?> reference, String property, int otherwise) {
        return reference.getProperty(property) instanceof Integer value ? value : otherwise;
    }
}
