package org.perceus.provisioning.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** A module in a {@link ModuleFramework}, and what the framework knows of it. */
final class InstalledModule {
    private static final String PACKAGE = "osgi.wiring.package";
    private static final String SPI = ProvisioningMethod.class.getPackageName();

    private static final Pattern CONFIGURATIONS = Pattern.compile("configuration-pid=\"([^\"]*)\"");

    private final Bundle bundle;

    InstalledModule(Bundle bundle) {
        this.bundle = bundle;
    }

    /** Attributes of the module's capability; empty when the bundle has none. */
    List<Map<String, Object>> capabilities() {
        return revision().getDeclaredCapabilities(PerceusModule.CAPABILITY).stream()
                .map(BundleCapability::getAttributes)
                .toList();
    }

    /** Packages that the bundle exports. */
    Set<String> exports() {
        return revision().getDeclaredCapabilities(PACKAGE).stream()
                .map(capability -> String.valueOf(capability.getAttributes().get(PACKAGE)))
                .collect(Collectors.toSet());
    }

    /** Manifest headers of the bundle by their names. */
    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        bundle.getHeaders()
                .keys()
                .asIterator()
                .forEachRemaining(name -> headers.put(name, bundle.getHeaders().get(name)));
        return headers;
    }

    /** Names of the configurations that its components take. */
    Set<String> configurations() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String description :
                headers().getOrDefault("Service-Component", "").split(",")) {
            try (InputStream in = bundle.getEntry(description).openStream()) {
                Matcher list = CONFIGURATIONS.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                while (list.find()) {
                    names.addAll(List.of(list.group(1).split(" ")));
                }
            }
        }
        return names;
    }

    /** Filters of the optional imports. */
    List<String> optionalImports() {
        return revision().getDeclaredRequirements(PACKAGE).stream()
                .map(BundleRequirement::getDirectives)
                .filter(directives -> "optional".equals(directives.get("resolution")))
                .map(directives -> directives.get("filter"))
                .toList();
    }

    /** Whether its import of the SPI takes a version of it. */
    boolean takesSpi(Version version) throws InvalidSyntaxException {
        Map<String, Object> offer = Map.of(PACKAGE, SPI, "version", version);
        boolean takes = false;
        for (BundleRequirement requirement : revision().getDeclaredRequirements(PACKAGE)) {
            String filter = requirement.getDirectives().get("filter");
            takes |= FrameworkUtil.createFilter(filter).match(new Hashtable<>(offer));
        }
        return takes;
    }

    /** Version of the SPI that the framework offers. */
    Version spiVersion() {
        return bundle
                .getBundleContext()
                .getBundle(0)
                .adapt(BundleRevision.class)
                .getDeclaredCapabilities(PACKAGE)
                .stream()
                .filter(capability -> SPI.equals(capability.getAttributes().get(PACKAGE)))
                .map(capability -> (Version) capability.getAttributes().get("version"))
                .findFirst()
                .orElseThrow();
    }

    /** The services that the module offers as a module. */
    List<ServiceReference<?>> services() {
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        return Arrays.stream(registered == null ? new ServiceReference<?>[0] : registered)
                .filter(reference -> Arrays.stream((String[]) reference.getProperty("objectClass"))
                        .anyMatch(type -> type.equals(ProvisioningMethod.class.getName())
                                || type.equals(ConfigurationModule.class.getName())))
                .toList();
    }

    /** The module's one service. */
    <M> M service(Class<M> type) {
        List<ServiceReference<?>> services = services();
        if (services.size() != 1) {
            throw new AssertionError(
                    "the bundle should offer one service of the SPI but offers " + services
                            + ": is the class public, a @Component and a @PerceusModule, and is everything there that it refers to?");
        }
        Object service = bundle.getBundleContext().getService(services.get(0));
        if (service == null) {
            throw new AssertionError(
                    "the module's component does not start: its constructor or an @Activate method throws what is printed above");
        }
        return type.cast(service);
    }

    /** Class loader of the bundle. */
    ClassLoader loader(String className) throws ClassNotFoundException {
        return bundle.loadClass(className).getClassLoader();
    }

    void stop() throws BundleException {
        bundle.stop();
    }

    void start() throws BundleException {
        bundle.start();
    }

    /** Uninstalls it, and lets the framework forget it. */
    void uninstall() throws BundleException {
        FrameworkWiring framework = bundle.getBundleContext().getBundle(0).adapt(FrameworkWiring.class);
        bundle.uninstall();
        framework.refreshBundles(List.of(bundle));
    }

    private BundleRevision revision() {
        return bundle.adapt(BundleRevision.class);
    }
}
