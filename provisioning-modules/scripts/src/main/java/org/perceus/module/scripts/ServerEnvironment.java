package org.perceus.module.scripts;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.StateScript.State;

/** What a script on the server knows of the node: variables, by the names of Perceus 1.x where that has them. */
final class ServerEnvironment {
    private static final String SETTING = "SETTING_";

    private ServerEnvironment() {}

    /** The variables. */
    static Map<String, String> of(NodeView node, State state) {
        Map<String, String> variables = new TreeMap<>();
        // of settings whose names become one the last counts
        new TreeMap<>(node.settings())
                .forEach((name, value) -> variables.put(SETTING + safe(name), value.replace("\0", "")));
        variables.put("STATE", state.toString());
        variables.put("NODENAME", node.name());
        variables.put("NODEID", node.mac());
        variables.put("IPADDR", node.network().address());
        variables.put("GROUPNAME", node.group());
        variables.put("VNFS", node.capsule().name() + "@" + node.capsule().version());
        return variables;
    }

    private static String safe(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
