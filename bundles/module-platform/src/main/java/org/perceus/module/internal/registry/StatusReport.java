package org.perceus.module.internal.registry;

import java.util.Optional;
import org.perceus.module.ModuleFailure;
import org.perceus.module.ModuleLease;
import org.perceus.module.OneLine;
import org.perceus.module.PresentModule;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** Asks modules what they have to say of their state. Thread-safe. */
public final class StatusReport {
    private final DefaultModuleRegistry registry;

    public StatusReport(DefaultModuleRegistry registry) {
        this.registry = registry;
    }

    /** What the module of a name and a bundle says, or what went wrong; empty when it says nothing or is not there. */
    public String of(String name, long bundleId) {
        return registry.listed().stream()
                .map(ListedModule::module)
                .filter(module -> module.identity().bundleId() == bundleId
                        && module.identity().name().equals(name))
                .findFirst()
                .map(StatusReport::ask)
                .orElse("");
    }

    private static <T> String ask(PresentModule<T> module) {
        Optional<ModuleLease<T>> lease = module.lease();
        if (lease.isEmpty()) {
            return "";
        }
        try {
            return OneLine.of(lease.get().call(StatusReport::remark));
        } catch (ModuleFailure e) {
            return e.getMessage();
        }
    }

    private static String remark(Object module) {
        return module instanceof ProvisioningMethod method
                ? method.remark()
                : module instanceof ConfigurationModule configuration ? configuration.remark() : "";
    }
}
