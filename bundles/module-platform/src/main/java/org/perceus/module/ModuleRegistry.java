package org.perceus.module;

import org.osgi.annotation.versioning.ProviderType;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** The modules that are present. Thread-safe; answers come from memory. */
@ProviderType
public interface ModuleRegistry {
    /** The provisioning methods at this moment. */
    ModuleSet<ProvisioningMethod> methods();

    /** The configuration modules at this moment. */
    ModuleSet<ConfigurationModule> configurations();
}
