package org.perceus.administration.testing;

import java.util.List;
import org.perceus.module.ModuleFailure;
import org.perceus.module.ModuleRegistry;
import org.perceus.module.ModuleSet;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** No module is present. */
public final class EmptyRegistry implements ModuleRegistry {
    @Override
    public ModuleSet<ProvisioningMethod> methods() {
        return new ModuleSet<>(List.of());
    }

    @Override
    public ModuleSet<ConfigurationModule> configurations() {
        return new ModuleSet<>(List.of());
    }

    @Override
    public <R> R together(Calls<R> calls) throws ModuleFailure {
        return calls.make();
    }
}
