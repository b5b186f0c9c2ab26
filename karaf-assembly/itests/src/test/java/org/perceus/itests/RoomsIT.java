package org.perceus.itests;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

/** Imports point down: no room is wired to one above it or beside it, and nothing to a module. */
public class RoomsIT extends ContainerTest {
    private static final String PREFIX = "org.perceus.";
    private static final Set<String> ENGINE = Set.of(
            "addresses",
            "ledger",
            "node-registry",
            "vnfs-manager",
            "module-platform",
            "boot-stack",
            "provisioning-spi");

    private static final Map<String, Set<String>> BELOW = Map.of(
            "provisioning-spi", Set.of(),
            "addresses", Set.of(),
            "ledger", Set.of(),
            "boot-stack", Set.of("addresses"),
            "node-registry", Set.of("addresses", "ledger"),
            "vnfs-manager", Set.of("ledger"),
            "module-platform", Set.of("provisioning-spi"),
            "provisioning-engine", ENGINE,
            "administration", with(ENGINE, "provisioning-engine"),
            "shell", with(ENGINE, "provisioning-engine", "administration"));

    @Inject
    private BundleContext context;

    @Test
    public void importsPointDown() {
        Set<String> found = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            String room = room(bundle);
            // a module is no room, and sees the SPI alone
            Set<String> allowed = BELOW.getOrDefault(room, Set.of("provisioning-spi"));
            if (bundle.getSymbolicName().startsWith(PREFIX)) {
                wiredTo(bundle)
                        .filter(other -> !other.equals(room) && !allowed.contains(other))
                        .forEach(other -> found.add(room + " imports a package of " + other));
            }
        }
        assertEquals(Set.of(), found);
    }

    private static Stream<String> wiredTo(Bundle bundle) {
        return bundle.adapt(BundleWiring.class).getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(wire -> wire.getProvider().getBundle())
                .filter(provider -> provider.getSymbolicName().startsWith(PREFIX))
                .map(RoomsIT::room);
    }

    private static String room(Bundle bundle) {
        return bundle.getSymbolicName().replaceFirst("^org\\.perceus\\.", "");
    }

    private static Set<String> with(Set<String> rooms, String... others) {
        return Stream.concat(rooms.stream(), Stream.of(others)).collect(Collectors.toSet());
    }
}
