package org.perceus.module.internal.dropin;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.perceus.module.internal.folder.ModuleJar;
import org.perceus.provisioning.spi.PerceusModule;

/** The bundles of the container that hold modules. Thread-safe. */
final class ModuleBundles {
    private static final int REFRESH_SECONDS = 20;

    private final BundleContext context;

    ModuleBundles(BundleContext context) {
        this.context = context;
    }

    /** Those that came from the modules folder. */
    List<Bundle> fromFolder() {
        return bundles(bundle -> ModuleJar.isLocation(bundle.getLocation()));
    }

    /** All others. */
    List<Bundle> shipped() {
        return bundles(bundle -> !ModuleJar.isLocation(bundle.getLocation())
                && bundle.getState() != Bundle.UNINSTALLED
                && !names(bundle).isEmpty());
    }

    Optional<Bundle> find(ModuleJar jar) {
        return Optional.ofNullable(context.getBundle(jar.location()));
    }

    Bundle install(ModuleJar jar, byte[] content) throws BundleException {
        Bundle bundle = context.installBundle(jar.location(), new ByteArrayInputStream(content));
        int level = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
        bundle.adapt(BundleStartLevel.class).setStartLevel(level);
        return bundle;
    }

    /** Starts a bundle. One from the folder is not started by the container itself when it comes back: its file may be gone. */
    void start(Bundle bundle) throws BundleException {
        bundle.start(ModuleJar.isLocation(bundle.getLocation()) ? Bundle.START_TRANSIENT : 0);
    }

    void stop(Bundle bundle) throws BundleException {
        bundle.stop();
    }

    /** Uninstalls a bundle and has its class loader forgotten. */
    void uninstall(Bundle bundle) throws BundleException, InterruptedException {
        bundle.uninstall();
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        // Whoever is wired to it would be restarted: then its classes rather stay until the container ends.
        if (Set.copyOf(wiring.getDependencyClosure(List.of(bundle))).equals(Set.of(bundle))) {
            CountDownLatch done = new CountDownLatch(1);
            wiring.refreshBundles(List.of(bundle), event -> done.countDown());
            done.await(REFRESH_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The modules that a bundle says it has. */
    static List<String> names(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null
                ? List.of()
                : revision.getDeclaredCapabilities(PerceusModule.CAPABILITY).stream()
                        .map(BundleCapability::getAttributes)
                        .map(attributes -> attributes.get(PerceusModule.CAPABILITY))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
    }

    /** Name of the jar in the folder that a bundle came from. */
    static Optional<String> fileOf(Bundle bundle) {
        return Optional.of(bundle.getLocation()).filter(ModuleJar::isLocation).map(ModuleJar::fileOf);
    }

    private List<Bundle> bundles(Predicate<Bundle> which) {
        return Arrays.stream(context.getBundles()).filter(which).toList();
    }
}
