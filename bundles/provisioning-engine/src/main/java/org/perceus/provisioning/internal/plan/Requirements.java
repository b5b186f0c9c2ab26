package org.perceus.provisioning.internal.plan;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.module.CapsuleContent;
import org.perceus.module.NodeRequirements;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.ProvisioningDefaults;
import org.perceus.provisioning.internal.capsule.LibraryCapsules;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleLibrary;

/** What nodes are to get by their settings, whether they can have it now or not. Thread-safe. */
@Component(service = {Requirements.class, NodeRequirements.class})
public final class Requirements implements NodeRequirements {
    private final ProvisioningDefaults defaults;
    private final NodeRegistry registry;
    private final CapsuleLibrary library;
    private final LibraryCapsules capsules;

    @Activate
    public Requirements(
            @Reference ProvisioningDefaults defaults,
            @Reference NodeRegistry registry,
            @Reference CapsuleLibrary library,
            @Reference LibraryCapsules capsules) {
        this.defaults = defaults;
        this.registry = registry;
        this.library = library;
        this.capsules = capsules;
    }

    /** Name of the method that a node is to get. */
    String method(Node node, RegistrySnapshot snapshot) {
        return snapshot.setting(node, NodeSettings.METHOD).orElseGet(defaults::defaultMethod);
    }

    @Override
    public Set<CapsuleContent> capsules(String method) {
        RegistrySnapshot snapshot = registry.snapshot();
        return snapshot.nodes().stream()
                .filter(Node::approved)
                .filter(node -> method(node, snapshot).equals(method))
                .flatMap(node -> capsule(node, snapshot).stream())
                .distinct()
                .map(capsules::of)
                .collect(Collectors.toSet());
    }

    /** The capsule that a node is to get, with its kernel as the first; empty when there is none of that name or kernel. */
    private Optional<Capsule> capsule(Node node, RegistrySnapshot snapshot) {
        Optional<String> kernel = snapshot.setting(node, NodeSettings.KERNEL);
        return snapshot.setting(node, NodeSettings.CAPSULE)
                .flatMap(library::find)
                .flatMap(capsule -> kernel.isEmpty() ? Optional.of(capsule) : capsule.withKernel(kernel.get()));
    }
}
