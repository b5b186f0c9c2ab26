package org.perceus.provisioning.internal.module;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.perceus.provisioning.ModuleInfo.Kind;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** The provisioning modules that are present. Thread-safe. */
@Component(immediate = true, service = ModuleRegistry.class)
public final class ModuleRegistry {
    private final ModuleShelf<ProvisioningMethod> methods = new ModuleShelf<>(Kind.METHOD);
    private final ModuleShelf<ConfigurationModule> configurations = new ModuleShelf<>(Kind.CONFIGURATION);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindMethod(ProvisioningMethod method, ServiceReference<ProvisioningMethod> reference) {
        methods.bind(method, reference);
    }

    /** Called on the thread that stops the module, before its component is deactivated. */
    void unbindMethod(ServiceReference<ProvisioningMethod> reference) {
        methods.unbind(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConfiguration(ConfigurationModule module, ServiceReference<ConfigurationModule> reference) {
        configurations.bind(module, reference);
    }

    /** Called on the thread that stops the module, before its component is deactivated. */
    void unbindConfiguration(ServiceReference<ConfigurationModule> reference) {
        configurations.unbind(reference);
    }

    /** The provisioning methods at this moment. */
    public ModuleSet<ProvisioningMethod> methods() {
        return methods.modules();
    }

    /** The configuration modules at this moment. */
    public ModuleSet<ConfigurationModule> configurations() {
        return configurations.modules();
    }

    /** All modules that are bound now, by name, the preferred one of a name first. */
    public List<PresentModule> present() {
        return Stream.concat(methods.present().stream(), configurations.present().stream())
                .sorted(Comparator.comparing(present -> present.info().name()))
                .toList();
    }

    /** Whether a bundle has a module that is bound. */
    public boolean has(long bundleId) {
        return present().stream().anyMatch(present -> present.slot().identity().bundleId() == bundleId);
    }

    /**
     * Takes the modules of a bundle away from new requests, and waits until those that use them are done.
     *
     * @return whether they were done in time
     */
    public boolean withdraw(long bundleId, Duration limit) throws InterruptedException {
        List<ModuleSlot<?>> gone = new ArrayList<>(methods.withdraw(bundleId));
        gone.addAll(configurations.withdraw(bundleId));
        boolean drained = true;
        for (ModuleSlot<?> slot : gone) {
            drained &= slot.closeAndDrain(limit);
        }
        return drained;
    }
}
