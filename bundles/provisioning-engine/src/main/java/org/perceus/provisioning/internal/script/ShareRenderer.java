package org.perceus.provisioning.internal.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.module.ModuleFailure;
import org.perceus.module.ModuleIdentity;
import org.perceus.module.ModuleLease;
import org.perceus.module.ModuleRegistry;
import org.perceus.module.PresentModule;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.provisioning.internal.names.GivenNameServers;
import org.perceus.provisioning.internal.plan.Plan;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** Has the modules of a plan render their shares of one script: all are leased before the first is called. Thread-safe. */
@Component(service = ShareRenderer.class)
public final class ShareRenderer {
    @FunctionalInterface
    private interface Render<T, R> {
        R of(T module, NodeView node) throws ProvisioningException;
    }

    private final ModuleRegistry registry;
    private final GivenNameServers nameServers;
    private final HardwareInventory hardware;
    private final EngineConfiguration configuration;

    @Activate
    public ShareRenderer(
            @Reference ModuleRegistry registry,
            @Reference GivenNameServers nameServers,
            @Reference HardwareInventory hardware,
            @Reference EngineConfiguration configuration) {
        this.registry = registry;
        this.nameServers = nameServers;
        this.hardware = hardware;
        this.configuration = configuration;
    }

    /**
     * Renders the shares of a plan.
     *
     * @param serverAddress this server as the node sees it
     * @param machine what runs the script
     */
    Rendering render(Plan.Provision plan, String serverAddress, SeenMachine machine) {
        try {
            return registry.together(() -> leaseAndRender(plan, serverAddress, machine));
        } catch (ModuleFailure e) {
            return new Rendering.Refused(e.getMessage());
        }
    }

    private Rendering leaseAndRender(Plan.Provision plan, String serverAddress, SeenMachine machine)
            throws ModuleFailure {
        List<ModuleLease<ConfigurationModule>> shares = new ArrayList<>();
        Optional<ModuleLease<ProvisioningMethod>> method = plan.method().lease();
        for (PresentModule<ConfigurationModule> module : plan.modules()) {
            module.lease().ifPresent(shares::add);
        }
        if (method.isEmpty() || shares.size() < plan.modules().size()) {
            method.ifPresent(ModuleLease::close);
            shares.forEach(ModuleLease::close);
            return new Rendering.Outdated();
        }
        List<String> resolvers = nameServers.of(plan.network(), serverAddress).stream()
                .map(Ipv4Address::toString)
                .toList();
        return render(
                new NodeFacts(
                        plan,
                        hardware,
                        machine,
                        serverAddress,
                        resolvers,
                        configuration.now().kernelArguments(),
                        List.of()),
                method.get(),
                shares);
    }

    /** The method comes last, as it enters the kernel with what the others add to its arguments. */
    private Rendering render(
            NodeFacts facts, ModuleLease<ProvisioningMethod> method, List<ModuleLease<ConfigurationModule>> modules)
            throws ModuleFailure {
        Deque<ModuleLease<?>> open = new ArrayDeque<>(modules);
        open.addLast(method);
        try {
            NodeFacts node = facts;
            List<ModuleShare> shares = new ArrayList<>();
            for (ModuleLease<ConfigurationModule> lease : modules) {
                open.removeFirst();
                ModuleShare share = share(lease.module(), call(lease, node, ConfigurationModule::render));
                shares.add(share);
                node = node.with(share.script().kernelArguments());
            }
            open.removeFirst();
            MethodScript ends = call(method, node, ProvisioningMethod::render);
            return new Rendering.Shares(
                    share(method.module(), ends.prepare()),
                    shares,
                    share(method.module(), ends.enter()),
                    ends.direct());
        } finally {
            open.forEach(ModuleLease::close);
        }
    }

    private <T, R> R call(ModuleLease<T> lease, NodeView node, Render<T, R> render) throws ModuleFailure {
        return lease.call(module -> render.of(module, node));
    }

    private ModuleShare share(PresentModule<?> module, NodeScript script) throws ModuleFailure {
        ModuleIdentity identity = module.identity();
        int longest = configuration.now().scriptLimit();
        if (script.text().length() > longest) {
            String sentence = "module " + identity.name() + " gave a script of "
                    + (script.text().length() >> 10) + " KiB, and " + (longest >> 10) + " KiB are allowed";
            module.failed(sentence);
            throw new ModuleFailure(sentence);
        }
        return new ModuleShare(identity.name(), identity.version(), script);
    }
}
