package org.perceus.boot.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.boot.ServingInterface;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.DeviceSockets;
import org.perceus.boot.internal.net.Devices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the servers of one configured interface up. Its thread does all starting, stopping and watching. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.perceus.boot.interface",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = InterfaceConfig.class, factory = true)
public final class ProvisioningInterface {
    private static final Logger LOG = LoggerFactory.getLogger(ProvisioningInterface.class);
    private static final long STOP_SECONDS = 10;
    private static final int RETRY_SECONDS = 3;

    private final ScheduledExecutorService executor;
    private final InterfaceServers servers;
    private volatile Optional<InterfaceSettings> settings;

    /** In a container: publishes what is served as an OSGi service. */
    @Activate
    public ProvisioningInterface(
            BundleContext context,
            @Reference Counters counters,
            @Reference DeviceSockets sockets,
            @Reference BootServices services,
            InterfaceConfig config) {
        this(Devices::inKernel, sockets, services, counters, serving -> register(context, serving), config);
    }

    /** Anywhere else. */
    ProvisioningInterface(
            Devices devices,
            DeviceSockets sockets,
            BootServices services,
            Counters counters,
            InterfaceServers.Publisher publisher,
            InterfaceConfig config) {
        this.settings = settings(config);
        this.executor =
                new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "boot-" + config.device() + "-supervisor"));
        ServerFactory factory = new ServerFactory(sockets, services, counters, executor);
        this.servers = new InterfaceServers(devices, factory, publisher);
        executor.execute(this::watch);
    }

    private static Runnable register(BundleContext context, ServingInterface serving) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("device", serving.device());
        return context.registerService(ServingInterface.class, serving, properties)::unregister;
    }

    /**
     * Takes over a changed configuration: only servers that it concerns are started anew. When it is wrong, everything
     * stays as it is.
     */
    @Modified
    void modified(InterfaceConfig config) {
        Optional<InterfaceSettings> changed = settings(config);
        if (changed.isPresent()) {
            settings = changed;
            executor.execute(this::adjust);
        }
    }

    private static Optional<InterfaceSettings> settings(InterfaceConfig config) {
        try {
            return Optional.of(InterfaceSettings.of(config));
        } catch (IllegalArgumentException e) {
            LOG.warn("The configuration of a provisioning interface is not used: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Looks, and looks again after the time that is configured at that moment. */
    private void watch() {
        adjust();
        int seconds = settings.map(InterfaceSettings::retrySeconds).orElse(RETRY_SECONDS);
        executor.schedule(this::watch, seconds, TimeUnit.SECONDS);
    }

    private void adjust() {
        try {
            settings.ifPresent(servers::adjust);
        } catch (RuntimeException e) {
            LOG.error("The servers of an interface could not be adjusted", e);
        }
    }

    /** Stops all servers and waits until they are down. */
    @Deactivate
    void stop() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("The servers of an interface are slow to stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        servers.stop();
    }
}
