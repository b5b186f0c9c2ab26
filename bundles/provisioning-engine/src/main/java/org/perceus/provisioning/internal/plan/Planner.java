package org.perceus.provisioning.internal.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.module.CapsuleImages;
import org.perceus.module.ImageState;
import org.perceus.module.MissingModules;
import org.perceus.module.ModuleRegistry;
import org.perceus.module.ModuleSet;
import org.perceus.module.PresentModule;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.ProvisioningDefaults;
import org.perceus.provisioning.internal.capsule.LibraryCapsules;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.CapsuleLibrary;

/** Finds out what a node shall get now, from its settings and from what is present. Thread-safe. */
@Component(service = Planner.class)
public final class Planner {
    private static final Comparator<PresentModule<?>> SCRIPT_ORDER = Comparator.<PresentModule<?>>comparingInt(
                    module -> module.identity().order())
            .thenComparing(module -> module.identity().name());

    private final ProvisioningDefaults defaults;
    private final Requirements requirements;
    private final CapsuleLibrary library;
    private final LibraryCapsules capsules;
    private final ModuleRegistry modules;
    private final MissingModules missing;
    private final CapsuleImages images;

    @Activate
    public Planner(
            @Reference ProvisioningDefaults defaults,
            @Reference Requirements requirements,
            @Reference CapsuleLibrary library,
            @Reference LibraryCapsules capsules,
            @Reference ModuleRegistry modules,
            @Reference MissingModules missing,
            @Reference CapsuleImages images) {
        this.defaults = defaults;
        this.requirements = requirements;
        this.library = library;
        this.capsules = capsules;
        this.modules = modules;
        this.missing = missing;
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
        PresentModule<ProvisioningMethod> method = method(requirements.method(node, registry));
        List<PresentModule<ConfigurationModule>> shares = shares(registry.setting(node, NodeSettings.MODULES)
                .map(NodeSettings::names)
                .orElseGet(defaults::defaultModules));
        ImageState state = images.state(capsules.of(capsule), method.identity());
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

    private PresentModule<ProvisioningMethod> method(String name) throws NotYet {
        return find(modules.methods(), "provisioning method", name);
    }

    private List<PresentModule<ConfigurationModule>> shares(List<String> names) throws NotYet {
        ModuleSet<ConfigurationModule> present = modules.configurations();
        List<PresentModule<ConfigurationModule>> shares = new ArrayList<>();
        for (String name : names) {
            shares.add(find(present, "configuration module", name));
        }
        shares.sort(SCRIPT_ORDER);
        return shares;
    }

    private <T> PresentModule<T> find(ModuleSet<T> present, String kind, String name) throws NotYet {
        return present.find(name)
                .filter(module -> !missing.isDisabled(name))
                .orElseThrow(() -> new NotYet("the " + kind + " " + name + " " + missing.reason(name)));
    }

    private static final class NotYet extends Exception {
        private static final long serialVersionUID = 1L;

        NotYet(String reason) {
            super(reason, null, false, false);
        }
    }
}
