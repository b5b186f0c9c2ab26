package org.perceus.provisioning.internal.script;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.internal.EngineConfig;
import org.perceus.provisioning.internal.EngineNumber;
import org.perceus.provisioning.internal.module.Lease;
import org.perceus.provisioning.internal.module.ModuleCaller;
import org.perceus.provisioning.internal.module.ModuleFailure;
import org.perceus.provisioning.internal.module.ModuleSlot;
import org.perceus.provisioning.internal.module.ModuleThreads;
import org.perceus.provisioning.internal.names.GivenNameServers;
import org.perceus.provisioning.internal.plan.Plan;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the modules of a plan render their shares of one script: all are leased before the first is called. Thread-safe. */
@Component(service = ShareRenderer.class, configurationPid = EngineConfig.PID)
public final class ShareRenderer {
    private static final Logger LOG = LoggerFactory.getLogger(ShareRenderer.class);

    @FunctionalInterface
    private interface Render<T, R> {
        R of(T module, NodeView node) throws ProvisioningException;
    }

    private static final int CALLS_AT_ONCE = 256;

    private final GivenNameServers nameServers;
    private final HardwareInventory hardware;
    private final String kernelArguments;
    private final int longest;
    private final ExecutorService executor;
    private final ModuleCaller caller;

    @Activate
    public ShareRenderer(
            @Reference GivenNameServers nameServers,
            @Reference HardwareInventory hardware,
            EngineConfig config,
            Map<String, Object> properties) {
        this(
                nameServers,
                hardware,
                config.kernelArguments(),
                Duration.ofMillis(EngineNumber.RENDER_TIMEOUT.of(properties, LOG::error)),
                EngineNumber.SCRIPT_LIMIT.of(properties, LOG::error) << 10);
    }

    /**
     * @param nameServers whom nodes ask for names
     * @param hardware what machines have
     * @param kernelArguments for a node without the setting
     * @param limit how long a module may take
     * @param longest how many characters a share may have
     */
    ShareRenderer(
            GivenNameServers nameServers,
            HardwareInventory hardware,
            String kernelArguments,
            Duration limit,
            int longest) {
        this.nameServers = nameServers;
        this.hardware = hardware;
        this.kernelArguments = kernelArguments;
        this.longest = longest;
        this.executor = ModuleThreads.atMost(CALLS_AT_ONCE);
        this.caller = new ModuleCaller(executor, limit);
    }

    @Deactivate
    void stop() {
        // A module's code that hangs must not hold up the engine: its threads are daemons and are left behind.
        executor.shutdownNow();
    }

    /**
     * Renders the shares of a plan.
     *
     * @param serverAddress this server as the node sees it
     * @param memoryKib RAM of the machine, 0 when not known
     */
    Rendering render(Plan.Provision plan, String serverAddress, long memoryKib) {
        List<Lease<ConfigurationModule>> shares = new ArrayList<>();
        Optional<Lease<ProvisioningMethod>> method = plan.method().lease();
        for (ModuleSlot<ConfigurationModule> slot : plan.modules()) {
            slot.lease().ifPresent(shares::add);
        }
        if (method.isEmpty() || shares.size() < plan.modules().size()) {
            method.ifPresent(Lease::close);
            shares.forEach(Lease::close);
            return new Rendering.Outdated();
        }
        List<String> resolvers = nameServers.of(plan.network(), serverAddress).stream()
                .map(address -> address.getHostAddress())
                .toList();
        return render(
                new NodeFacts(plan, hardware, memoryKib, serverAddress, resolvers, kernelArguments, List.of()),
                method.get(),
                shares);
    }

    /** The method comes last, as it enters the kernel with what the others add to its arguments. */
    private Rendering render(
            NodeFacts facts, Lease<ProvisioningMethod> method, List<Lease<ConfigurationModule>> modules) {
        Deque<Lease<?>> open = new ArrayDeque<>(modules);
        open.addLast(method);
        try {
            NodeFacts node = facts;
            List<ModuleShare> shares = new ArrayList<>();
            for (Lease<ConfigurationModule> lease : modules) {
                open.removeFirst();
                ModuleShare share = share(lease.slot(), call(lease, node, ConfigurationModule::render));
                shares.add(share);
                node = node.with(share.script().kernelArguments());
            }
            open.removeFirst();
            MethodScript ends = call(method, node, ProvisioningMethod::render);
            return new Rendering.Shares(
                    share(method.slot(), ends.prepare()), shares, share(method.slot(), ends.enter()));
        } catch (ModuleFailure e) {
            return new Rendering.Refused(e.getMessage());
        } finally {
            open.forEach(Lease::close);
        }
    }

    private <T, R> R call(Lease<T> lease, NodeView node, Render<T, R> render) throws ModuleFailure {
        return caller.call(lease, module -> render.of(module, node));
    }

    private ModuleShare share(ModuleSlot<?> slot, NodeScript script) throws ModuleFailure {
        if (script.text().length() > longest) {
            String sentence = "module " + slot.identity().name() + " gave a script of "
                    + (script.text().length() >> 10) + " KiB, and " + (longest >> 10) + " KiB are allowed";
            slot.failed(sentence);
            throw new ModuleFailure(sentence);
        }
        return new ModuleShare(slot.identity().name(), slot.identity().version(), script);
    }
}
