package org.perceus.module.internal.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.perceus.module.ModuleIdentity;
import org.perceus.module.ModuleInfo.Kind;
import org.perceus.module.ModuleInfo.Status;
import org.perceus.module.ModuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The modules of one kind whose services are bound, as they come and go. Thread-safe: readers take an immutable snapshot.
 *
 * @param <T> type of the modules' service
 */
final class BoundModules<T> {
    private static final Logger LOG = LoggerFactory.getLogger(BoundModules.class);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(3);

    private final Kind kind;
    private final ModuleCaller caller;
    private volatile List<BoundModule<T>> modules = List.of();

    BoundModules(Kind kind, ModuleCaller caller) {
        this.kind = kind;
        this.caller = caller;
    }

    ModuleSet<T> modules() {
        return new ModuleSet<>(List.copyOf(modules));
    }

    Optional<BoundModule<T>> find(long serviceId) {
        return modules.stream()
                .filter(module -> module.identity().serviceId() == serviceId)
                .findFirst();
    }

    void bind(T service, ServiceReference<T> reference) {
        try {
            ModuleIdentity identity = ServiceIdentity.of(reference, kind);
            add(new BoundModule<>(service, identity, caller));
            LOG.info("Module {} {} came from {}", identity.name(), identity.version(), identity.bundle());
        } catch (IllegalArgumentException e) {
            LOG.warn("The module of {} is not used: {}", reference.getBundle(), e.getMessage());
        }
    }

    void unbind(ServiceReference<T> reference) {
        Optional<BoundModule<T>> gone = remove((Long) reference.getProperty(Constants.SERVICE_ID));
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
    List<BoundModule<T>> withdraw(long bundleId) {
        return modules.stream()
                .filter(module -> module.identity().bundleId() == bundleId)
                .flatMap(module -> remove(module.identity().serviceId()).stream())
                .toList();
    }

    /** The modules and whether nodes get them. */
    List<ListedModule> listed() {
        List<ListedModule> listed = new ArrayList<>();
        String previous = "";
        for (BoundModule<T> module : modules) {
            String name = module.identity().name();
            listed.add(new ListedModule(module, module.info(name.equals(previous) ? Status.STANDBY : Status.ACTIVE)));
            previous = name;
        }
        return listed;
    }

    private synchronized void add(BoundModule<T> module) {
        List<BoundModule<T>> all = new ArrayList<>(modules);
        all.add(module);
        all.sort(Comparator.comparing(BoundModule::identity));
        modules = List.copyOf(all);
    }

    private synchronized Optional<BoundModule<T>> remove(long serviceId) {
        Optional<BoundModule<T>> found = find(serviceId);
        found.ifPresent(gone ->
                modules = modules.stream().filter(other -> other != gone).toList());
        return found;
    }
}
