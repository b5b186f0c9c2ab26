package org.perceus.provisioning.internal.plan;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.EngineConfig;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleLibrary;

/** What nodes are to get by their settings, whether they can have it now or not. Thread-safe. */
@Component(service = Demand.class, configurationPid = EngineConfig.PID)
public final class Demand {
    private final String defaultMethod;
    private final NodeRegistry registry;
    private final CapsuleLibrary library;

    @Activate
    public Demand(EngineConfig config, @Reference NodeRegistry registry, @Reference CapsuleLibrary library) {
        this(config.method(), registry, library);
    }

    /** @param defaultMethod the method of nodes for which no setting names one */
    public Demand(String defaultMethod, NodeRegistry registry, CapsuleLibrary library) {
        this.defaultMethod = defaultMethod;
        this.registry = registry;
        this.library = library;
    }

    /** Name of the method that a node is to get. */
    String method(Node node, RegistrySnapshot snapshot) {
        return snapshot.setting(node, NodeSettings.METHOD).orElse(defaultMethod);
    }

    /** The capsules, of those that are there, that approved nodes are to get by a method now. */
    public Set<Capsule> capsules(String method) {
        RegistrySnapshot snapshot = registry.snapshot();
        return snapshot.nodes().stream()
                .filter(Node::approved)
                .filter(node -> method(node, snapshot).equals(method))
                .flatMap(node -> capsule(node, snapshot).stream())
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
