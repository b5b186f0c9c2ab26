package org.perceus.provisioning.internal.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.EngineConfig;
import org.perceus.provisioning.internal.image.ImageState;
import org.perceus.provisioning.internal.image.ImageWorkshop;
import org.perceus.provisioning.internal.module.Absences;
import org.perceus.provisioning.internal.module.ModuleRegistry;
import org.perceus.provisioning.internal.module.ModuleSet;
import org.perceus.provisioning.internal.module.ModuleSlot;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.CapsuleLibrary;

/** Finds out what a node shall get now, from its settings and from what is present. Thread-safe. */
@Component(service = Planner.class, configurationPid = EngineConfig.PID)
public final class Planner {
    private static final Comparator<ModuleSlot<?>> SCRIPT_ORDER = Comparator.<ModuleSlot<?>>comparingInt(
                    slot -> slot.identity().order())
            .thenComparing(slot -> slot.identity().name());

    private final String defaultModules;
    private final Demand demand;
    private final CapsuleLibrary library;
    private final ModuleRegistry modules;
    private final Absences absences;
    private final ImageWorkshop images;

    @Activate
    public Planner(
            EngineConfig config,
            @Reference Demand demand,
            @Reference CapsuleLibrary library,
            @Reference ModuleRegistry modules,
            @Reference Absences absences,
            @Reference ImageWorkshop images) {
        this(config.modules(), demand, library, modules, absences, images);
    }

    Planner(
            String defaultModules,
            Demand demand,
            CapsuleLibrary library,
            ModuleRegistry modules,
            Absences absences,
            ImageWorkshop images) {
        this.defaultModules = defaultModules;
        this.demand = demand;
        this.library = library;
        this.modules = modules;
        this.absences = absences;
        this.images = images;
    }

    /** Plans one node. Reads memory only, but for the first look at an image after a start. */
    public Plan plan(Node node, RegistrySnapshot registry) {
        try {
            return provision(node, registry);
        } catch (NotYet e) {
            return new Plan.Wait(e.getMessage());
        }
    }

    private Plan provision(Node node, RegistrySnapshot registry) throws NotYet {
        if (!node.approved()) {
            throw new NotYet(node.name() + " is not approved: perceus node approve " + node.name());
        }
        if (BootChoice.of(node, registry) == BootChoice.NONE) {
            throw new NotYet(node.name() + " is disabled: perceus node enable " + node.name());
        }
        Network network = node.address()
                .flatMap(registry::network)
                .orElseThrow(() -> new NotYet(node.name() + " has no address on a network of the configuration"));
        Capsule capsule = capsule(node, registry);
        ModuleSlot<ProvisioningMethod> method = method(demand.method(node, registry));
        List<ModuleSlot<ConfigurationModule>> shares =
                shares(registry.setting(node, NodeSettings.MODULES).orElse(defaultModules));
        ImageState state = images.state(capsule, method);
        if (state instanceof ImageState.Ready ready) {
            return new Plan.Provision(node, registry, network, capsule, ready.image(), method, shares);
        }
        throw new NotYet(
                state instanceof ImageState.Building building
                        ? "the image of " + capsule.id() + " is being built: " + building.progress()
                        : ((ImageState.Failed) state).reason());
    }

    private Capsule capsule(Node node, RegistrySnapshot registry) throws NotYet {
        Optional<String> wanted = registry.setting(node, NodeSettings.CAPSULE);
        if (wanted.isEmpty()) {
            throw new NotYet("no capsule is set: perceus node set capsule=NAME " + node.name());
        }
        Capsule capsule = library.find(wanted.get())
                .orElseThrow(() -> new NotYet("there is no capsule " + wanted.get() + ": perceus vnfs import"));
        Optional<String> kernel = registry.setting(node, NodeSettings.KERNEL);
        if (kernel.isEmpty()) {
            return capsule;
        }
        return capsule.withKernel(kernel.get())
                .orElseThrow(() -> new NotYet(capsule.id() + " has no kernel " + kernel.get()
                        + ": set kernel= to one of "
                        + capsule.kernels().stream().map(CapsuleKernel::release).collect(Collectors.joining(", "))));
    }

    private ModuleSlot<ProvisioningMethod> method(String name) throws NotYet {
        return find(modules.methods(), "provisioning method", name);
    }

    private List<ModuleSlot<ConfigurationModule>> shares(String names) throws NotYet {
        ModuleSet<ConfigurationModule> present = modules.configurations();
        List<ModuleSlot<ConfigurationModule>> shares = new ArrayList<>();
        for (String name : NodeSettings.names(names)) {
            shares.add(find(present, "configuration module", name));
        }
        shares.sort(SCRIPT_ORDER);
        return shares;
    }

    private <T> ModuleSlot<T> find(ModuleSet<T> present, String kind, String name) throws NotYet {
        return present.find(name)
                .filter(slot -> !absences.isDisabled(name))
                .orElseThrow(() -> new NotYet("the " + kind + " " + name + " " + absences.reason(name)));
    }

    private static final class NotYet extends Exception {
        private static final long serialVersionUID = 1L;

        NotYet(String reason) {
            super(reason, null, false, false);
        }
    }
}
