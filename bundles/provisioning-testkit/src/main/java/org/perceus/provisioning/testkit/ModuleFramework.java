package org.perceus.provisioning.testkit;

import static org.osgi.framework.Constants.FRAMEWORK_BOOTDELEGATION;
import static org.osgi.framework.Constants.FRAMEWORK_STORAGE;
import static org.osgi.framework.Constants.FRAMEWORK_STORAGE_CLEAN;
import static org.osgi.framework.Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT;
import static org.osgi.framework.Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.perceus.provisioning.spi.ProvisioningMethod;

/**
 * An OSGi framework with Declarative Services, as a module finds it in the container. The SPI in it is the one that the
 * test sees, so the test calls the module as the engine does.
 */
final class ModuleFramework implements AutoCloseable {
    private static final List<String> SERVICES = List.of("function.jar", "promise.jar", "component.jar", "scr.jar");

    private final Framework framework;

    /** @param storage an empty folder */
    ModuleFramework(Path storage) throws BundleException, IOException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        FRAMEWORK_STORAGE,
                        storage.toString(),
                        FRAMEWORK_STORAGE_CLEAN,
                        FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        sharedPackages(),
                        FRAMEWORK_BOOTDELEGATION,
                        "",
                        "felix.log.level",
                        "1"));
        framework.start();
        for (String name : SERVICES) {
            try (InputStream in = ModuleFramework.class.getResourceAsStream(name)) {
                context().installBundle(name, in).start();
            }
        }
    }

    /** Installs and starts a module. */
    InstalledModule start(BundleFile file) throws BundleException, IOException {
        Bundle bundle;
        try (InputStream in = file.open()) {
            bundle = context().installBundle(file.location(), in);
        }
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new AssertionError("the module does not start: " + e.getMessage(), e);
        }
        return new InstalledModule(bundle);
    }

    /** Offers a service that the module asks for. */
    void register(Class<?> type, Object service) {
        context().registerService(type.getName(), service, null);
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    /** What the module shares with the test: the SPI, and the way to write a log. */
    private static String sharedPackages() throws IOException {
        return BundleFile.of(ProvisioningMethod.class).header("Export-Package") + ","
                + BundleFile.of(org.slf4j.Logger.class).header("Export-Package");
    }
}
