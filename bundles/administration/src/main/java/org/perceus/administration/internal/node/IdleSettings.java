package org.perceus.administration.internal.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.perceus.administration.NodeFinder;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.SettingEffects;

/**
 * Settings that were given to nodes and have no effect on them as they are.
 *
 * @param effects which settings matter to which nodes
 * @param registry the nodes as they are now
 */
public record IdleSettings(SettingEffects effects, RegistrySnapshot registry) {
    /**
     * A sentence for each reason.
     *
     * @param keys what was set; all settings are looked at when who reads them may be another now
     */
    public List<String> remarks(List<Node> nodes, Set<SettingKey> keys) {
        boolean isAll = keys.contains(NodeSettings.METHOD) || keys.contains(NodeSettings.MODULES);
        Map<String, List<Node>> concerned = new TreeMap<>();
        for (Node node : nodes) {
            effects.idle(node, registry).forEach((key, why) -> {
                if (isAll || keys.contains(key)) {
                    concerned
                            .computeIfAbsent(key + " has no effect now: it " + why, sentence -> new ArrayList<>())
                            .add(node);
                }
            });
        }
        return concerned.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + NodeFinder.summary(entry.getValue()))
                .toList();
    }
}
