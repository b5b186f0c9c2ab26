package org.perceus.module;

import org.osgi.annotation.versioning.ProviderType;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** The modules that are present. Thread-safe; which there are is known from memory. */
@ProviderType
public interface ModuleRegistry {
    /** The provisioning methods at this moment. */
    ModuleSet<ProvisioningMethod> methods();

    /** The configuration modules at this moment. */
    ModuleSet<ConfigurationModule> configurations();

    /**
     * What calls several modules.
     *
     * @param <R> what comes of it
     */
    @FunctionalInterface
    interface Calls<R> {
        /** Calls them; must not block but in these calls. */
        R make() throws ModuleFailure;
    }

    /**
     * Makes several calls of modules on one thread of theirs, which costs much less than a thread for each: every
     * {@link ModuleLease#call} in there is made on that thread, has the time that the configuration allows for itself, and
     * fails by itself.
     *
     * @throws ModuleFailure as the calls let it through; also when one of them takes too long, or none can be made now. What
     *     was begun is not gone on with then.
     */
    <R> R together(Calls<R> calls) throws ModuleFailure;
}
