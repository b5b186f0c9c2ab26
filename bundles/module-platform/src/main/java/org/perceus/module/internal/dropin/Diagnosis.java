package org.perceus.module.internal.dropin;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.perceus.module.OneLine;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** Finds out why an installed module is not there for nodes. Thread-safe. */
final class Diagnosis {
    private static final List<String> SERVICES =
            List.of(ProvisioningMethod.class.getName(), ConfigurationModule.class.getName());

    private static final String CAUSED_BY = "Caused by: ";
    private static final String CHANGING = "its bundle is starting or stopping";

    private final BundleContext context;
    private final ServiceComponentRuntime components;

    Diagnosis(BundleContext context, ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
    }

    /** One sentence. */
    String of(Bundle bundle) {
        try {
            return switch (bundle.getState()) {
                case Bundle.INSTALLED -> unresolved(bundle);
                case Bundle.RESOLVED -> "its bundle is not started";
                case Bundle.ACTIVE -> inactive(bundle);
                default -> CHANGING;
            };
        } catch (RuntimeException e) {
            // The framework throws whatever comes when the bundle leaves while it is looked at.
            return CHANGING;
        }
    }

    private String unresolved(Bundle bundle) {
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        return bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                .filter(requirement -> !Constants.RESOLUTION_OPTIONAL.equals(
                        requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE)))
                .filter(requirement -> wiring.findProviders(requirement).isEmpty())
                .map(Diagnosis::missing)
                .findFirst()
                .orElse("its bundle cannot be wired: what it imports contradicts itself");
    }

    private static String missing(BundleRequirement requirement) {
        String filter = String.valueOf(requirement.getDirectives().get(Constants.FILTER_DIRECTIVE));
        return (requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
                        ? "it imports a package that nobody exports here: "
                        : "it requires " + requirement.getNamespace() + ", which is not here: ")
                + filter;
    }

    private String inactive(Bundle bundle) {
        List<ServiceReference<?>> services = Arrays.stream(
                        Optional.ofNullable(bundle.getRegisteredServices()).orElse(new ServiceReference<?>[0]))
                .filter(service -> classes(service).stream().anyMatch(SERVICES::contains))
                .toList();
        if (services.stream().anyMatch(service -> !isOurs(service))) {
            return "it is wired to another copy of the SPI than the module platform";
        }
        // A component that fails to start is found out when its service is asked for, which is there all the same.
        return components.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(this::missing)
                .findFirst()
                .orElse(
                        services.isEmpty()
                                ? "its bundle runs, and offers neither a provisioning method nor a configuration module"
                                : "its service is not accepted: the container's log says why");
    }

    private Stream<String> missing(ComponentDescriptionDTO component) {
        Collection<ComponentConfigurationDTO> found = components.getComponentConfigurationDTOs(component);
        // What needs a configuration is not even tried without one.
        return found.isEmpty() && component.configurationPolicy.equals("require")
                ? Stream.of(waitsForConfiguration(component))
                : found.stream().map(Diagnosis::missing).filter(reason -> !reason.isEmpty());
    }

    private static String missing(ComponentConfigurationDTO component) {
        return switch (component.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                "its component " + component.description.name + " waits for a service: "
                        + Arrays.stream(component.unsatisfiedReferences)
                                .map(reference -> service(component.description, reference))
                                .distinct()
                                .collect(Collectors.joining(", "));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> waitsForConfiguration(component.description);
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                "its component " + component.description.name + " does not start: "
                        + OneLine.of(cause(String.valueOf(component.failure)));
            default -> "";
        };
    }

    /** The name of a reference is one of the component's own, and none at all for a parameter of its constructor. */
    private static String service(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
        String type = Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(missing.name))
                .map(reference -> reference.interfaceName)
                .findFirst()
                .orElse(missing.name);
        return missing.target == null ? type : type + " with " + missing.target;
    }

    /** What a stack trace says of its innermost cause. */
    private static String cause(String trace) {
        return trace.lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce((first, last) -> last)
                .map(line -> line.substring(CAUSED_BY.length()))
                .orElseGet(() -> trace.lines().findFirst().orElse(""));
    }

    private static String waitsForConfiguration(ComponentDescriptionDTO component) {
        return "its component " + component.name + " waits for its configuration: etc/"
                + String.join(", etc/", component.configurationPid) + ".cfg";
    }

    private boolean isOurs(ServiceReference<?> service) {
        return classes(service).stream()
                .filter(SERVICES::contains)
                .allMatch(name -> service.isAssignableTo(context.getBundle(), name));
    }

    private static List<String> classes(ServiceReference<?> service) {
        return List.of((String[]) service.getProperty(Constants.OBJECTCLASS));
    }
}
