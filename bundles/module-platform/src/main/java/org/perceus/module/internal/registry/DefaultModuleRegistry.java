package org.perceus.module.internal.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.perceus.module.ModuleFailure;
import org.perceus.module.ModuleIdentity;
import org.perceus.module.ModuleInfo.Kind;
import org.perceus.module.ModuleRegistry;
import org.perceus.module.ModuleSet;
import org.perceus.module.internal.config.PlatformConfiguration;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** The modules whose services are bound. Thread-safe. */
@Component(
        immediate = true,
        service = {ModuleRegistry.class, DefaultModuleRegistry.class})
public final class DefaultModuleRegistry implements ModuleRegistry {
    private static final int CALLS_AT_ONCE = 256;

    private final ExecutorService threads = CallThreads.atMost(CALLS_AT_ONCE);
    private final ModuleCaller caller;
    private final BoundModules<ProvisioningMethod> methods;
    private final BoundModules<ConfigurationModule> configurations;

    @Activate
    public DefaultModuleRegistry(@Reference PlatformConfiguration configuration) {
        this(() -> configuration.now().callTimeout());
    }

    /** @param callLimit how long a call that begins now may take */
    public DefaultModuleRegistry(Supplier<Duration> callLimit) {
        this.caller = new ModuleCaller(threads, callLimit);
        this.methods = new BoundModules<>(Kind.METHOD, caller);
        this.configurations = new BoundModules<>(Kind.CONFIGURATION, caller);
    }

    /** Leaves behind the threads of modules that hang. */
    @Deactivate
    public void stop() {
        threads.shutdownNow();
    }

    /** A method comes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindMethod(ProvisioningMethod method, ServiceReference<ProvisioningMethod> reference) {
        methods.bind(method, reference);
    }

    /** Called on the thread that stops the module, before its component is deactivated. */
    public void unbindMethod(ServiceReference<ProvisioningMethod> reference) {
        methods.unbind(reference);
    }

    /** A configuration module comes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindConfiguration(ConfigurationModule module, ServiceReference<ConfigurationModule> reference) {
        configurations.bind(module, reference);
    }

    /** Called on the thread that stops the module, before its component is deactivated. */
    public void unbindConfiguration(ServiceReference<ConfigurationModule> reference) {
        configurations.unbind(reference);
    }

    @Override
    public ModuleSet<ProvisioningMethod> methods() {
        return methods.modules();
    }

    @Override
    public ModuleSet<ConfigurationModule> configurations() {
        return configurations.modules();
    }

    @Override
    public <R> R together(Calls<R> calls) throws ModuleFailure {
        return caller.together(calls);
    }

    /** A method that is bound, preferred or not. */
    public Optional<BoundModule<ProvisioningMethod>> method(ModuleIdentity identity) {
        return methods.find(identity.serviceId());
    }

    /** All modules that are bound now, by name, the preferred one of a name first. */
    public List<ListedModule> listed() {
        return Stream.concat(methods.listed().stream(), configurations.listed().stream())
                .sorted(Comparator.comparing(listed -> listed.info().name()))
                .toList();
    }

    /** Whether a bundle has a module that is bound. */
    public boolean has(long bundleId) {
        return listed().stream().anyMatch(listed -> listed.module().identity().bundleId() == bundleId);
    }

    /**
     * Takes the modules of a bundle away from new requests, and waits until those that use them are done.
     *
     * @return whether they were done in time
     */
    public boolean withdraw(long bundleId, Duration limit) throws InterruptedException {
        List<BoundModule<?>> gone = new ArrayList<>(methods.withdraw(bundleId));
        gone.addAll(configurations.withdraw(bundleId));
        boolean drained = true;
        for (BoundModule<?> module : gone) {
            drained &= module.closeAndDrain(limit);
        }
        return drained;
    }
}
