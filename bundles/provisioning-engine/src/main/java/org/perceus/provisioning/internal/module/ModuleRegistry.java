package org.perceus.provisioning.internal.module;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.perceus.provisioning.ModuleInfo;
import org.perceus.provisioning.ModuleInfo.Kind;
import org.perceus.provisioning.ModuleInventory;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** The provisioning modules that are present. Thread-safe. */
@Component(
        immediate = true,
        service = {ModuleRegistry.class, ModuleInventory.class})
public final class ModuleRegistry implements ModuleInventory {
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

    @Override
    public List<ModuleInfo> modules() {
        return Stream.concat(methods.infos().stream(), configurations.infos().stream())
                .sorted(Comparator.comparing(ModuleInfo::name))
                .toList();
    }
}
