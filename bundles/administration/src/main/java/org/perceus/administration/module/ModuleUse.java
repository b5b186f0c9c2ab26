package org.perceus.administration.module;

import java.util.Map;
import java.util.TreeMap;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.ProvisioningDefaults;

/**
 * How many nodes are to get which module. Immutable.
 *
 * @param nodes the number of nodes by the module's name; modules that are a default are named even if no node is to get
 *     them
 */
public record ModuleUse(Map<String, Integer> nodes) {
    /** Copies the map. */
    public ModuleUse {
        nodes = Map.copyOf(nodes);
    }

    /** Counts. */
    public static ModuleUse of(RegistrySnapshot snapshot, ProvisioningDefaults defaults) {
        Map<String, Integer> nodes = new TreeMap<>();
        nodes.put(defaults.defaultMethod(), 0);
        defaults.defaultModules().forEach(name -> nodes.put(name, 0));
        String modules = String.join(",", defaults.defaultModules());
        for (Node node : snapshot.nodes()) {
            count(nodes, snapshot.setting(node, NodeSettings.METHOD).orElse(defaults.defaultMethod()));
            String names = snapshot.setting(node, NodeSettings.MODULES).orElse(modules);
            NodeSettings.names(names).forEach(name -> count(nodes, name));
        }
        return new ModuleUse(nodes);
    }

    /** How many nodes are to get a module. */
    public int of(String name) {
        return nodes.getOrDefault(name, 0);
    }

    private static void count(Map<String, Integer> nodes, String name) {
        nodes.merge(name, 1, Integer::sum);
    }
}
