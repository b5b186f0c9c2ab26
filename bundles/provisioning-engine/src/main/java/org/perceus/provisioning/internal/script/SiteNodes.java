package org.perceus.provisioning.internal.script;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.spi.RegisteredNode;
import org.perceus.provisioning.spi.hardware.Hardware;

/** The nodes of a registry as modules see them; each is looked at when it is asked for. Immutable. */
public final class SiteNodes extends AbstractList<RegisteredNode> {
    private final RegistrySnapshot registry;
    private final List<Node> nodes;
    private final HardwareInventory hardware;

    /** All of them. */
    public SiteNodes(RegistrySnapshot registry, HardwareInventory hardware) {
        this.registry = registry;
        this.hardware = hardware;
        this.nodes = registry.nodes();
    }

    @Override
    public RegisteredNode get(int index) {
        return view(nodes.get(index), registry, hardware);
    }

    @Override
    public int size() {
        return nodes.size();
    }

    /** One of them. */
    public static RegisteredNode view(Node node, RegistrySnapshot registry, HardwareInventory hardware) {
        return new View(node, registry, hardware);
    }

    /** All settings that hold for a node, by their names. */
    static SortedMap<String, String> settings(Node node, RegistrySnapshot registry) {
        SortedMap<String, String> settings = new TreeMap<>();
        registry.settings(node).forEach((key, value) -> settings.put(key.value(), value));
        return Collections.unmodifiableSortedMap(settings);
    }

    private record View(Node node, RegistrySnapshot registry, HardwareInventory inventory) implements RegisteredNode {
        @Override
        public String name() {
            return node.name().value();
        }

        @Override
        public String mac() {
            return node.mac().toString();
        }

        @Override
        public String group() {
            return node.group().value();
        }

        @Override
        public Optional<String> address() {
            return node.address().map(Ipv4Address::toString);
        }

        @Override
        public SortedMap<String, String> settings() {
            return SiteNodes.settings(node, registry);
        }

        @Override
        public Optional<Hardware> hardware() {
            return inventory.of(node.mac());
        }
    }
}
