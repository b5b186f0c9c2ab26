package org.perceus.module;

import java.util.Comparator;
import org.perceus.module.ModuleInfo.Kind;

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

    @Override
    public int compareTo(ModuleIdentity other) {
        return PREFERENCE.compare(this, other);
    }
}
