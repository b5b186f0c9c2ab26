package org.perceus.provisioning.internal.module;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.perceus.provisioning.ModuleInfo.Kind;
import org.perceus.provisioning.ModuleInfo.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the modules of one kind as they come and go. Thread-safe: readers take an immutable snapshot.
 *
 * @param <T> type of the modules' service
 */
final class ModuleShelf<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleShelf.class);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(3);

    private final Kind kind;
    private volatile ModuleSet<T> modules = new ModuleSet<>(List.of());

    ModuleShelf(Kind kind) {
        this.kind = kind;
    }

    ModuleSet<T> modules() {
        return modules;
    }

    void bind(T module, ServiceReference<T> reference) {
        try {
            ModuleIdentity identity = ModuleIdentity.of(reference, kind);
            add(new ModuleSlot<>(module, identity));
            LOG.info("Module {} {} came from {}", identity.name(), identity.version(), identity.bundle());
        } catch (IllegalArgumentException e) {
            LOG.warn("The module of {} is not used: {}", reference.getBundle(), e.getMessage());
        }
    }

    void unbind(ServiceReference<T> reference) {
        Optional<ModuleSlot<T>> gone = remove((Long) reference.getProperty(Constants.SERVICE_ID));
        if (gone.isEmpty()) {
            return;
        }
        ModuleIdentity identity = gone.get().identity();
        try {
            if (!gone.get().closeAndDrain(DRAIN_LIMIT)) {
                LOG.warn("Module {} {} left while it was still in use", identity.name(), identity.version());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("Module {} {} of {} went", identity.name(), identity.version(), identity.bundle());
    }

    /** Takes the modules of a bundle away from new requests; to be drained by the caller. */
    List<ModuleSlot<T>> withdraw(long bundleId) {
        return modules.slots().stream()
                .filter(slot -> slot.identity().bundleId() == bundleId)
                .flatMap(slot -> remove(slot.identity().serviceId()).stream())
                .toList();
    }

    /** The modules and whether nodes get them. */
    List<PresentModule> present() {
        List<PresentModule> present = new ArrayList<>();
        String previous = "";
        for (ModuleSlot<T> slot : modules.slots()) {
            String name = slot.identity().name();
            present.add(new PresentModule(slot, slot.info(name.equals(previous) ? Status.STANDBY : Status.ACTIVE)));
            previous = name;
        }
        return present;
    }

    private synchronized void add(ModuleSlot<T> slot) {
        modules = modules.with(slot);
    }

    private synchronized Optional<ModuleSlot<T>> remove(long serviceId) {
        Optional<ModuleSlot<T>> found = modules.slots().stream()
                .filter(slot -> slot.identity().serviceId() == serviceId)
                .findFirst();
        found.ifPresent(slot -> modules = modules.without(slot));
        return found;
    }
}
