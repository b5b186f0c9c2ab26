package org.perceus.provisioning.internal.module;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.perceus.provisioning.internal.OneLine;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** Asks modules what they have to say of their state. Thread-safe. */
public final class Remarks {
    private static final int CALLS_AT_ONCE = 16;

    private final ModuleRegistry registry;
    private final ExecutorService executor = ModuleThreads.atMost(CALLS_AT_ONCE);
    private final ModuleCaller caller;

    /** @param limit how long a module may take */
    public Remarks(ModuleRegistry registry, Duration limit) {
        this.registry = registry;
        this.caller = new ModuleCaller(executor, limit);
    }

    /** What the module of a name and a bundle says, or what went wrong; empty when it says nothing or is not there. */
    public String of(String name, long bundleId) {
        return registry.present().stream()
                .map(PresentModule::slot)
                .filter(slot -> slot.identity().bundleId() == bundleId
                        && slot.identity().name().equals(name))
                .findFirst()
                .map(this::ask)
                .orElse("");
    }

    /** Leaves behind the threads of modules that hang. */
    public void stop() {
        executor.shutdownNow();
    }

    private <T> String ask(ModuleSlot<T> slot) {
        Optional<Lease<T>> lease = slot.lease();
        if (lease.isEmpty()) {
            return "";
        }
        try {
            return OneLine.of(caller.call(lease.get(), Remarks::remark));
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
