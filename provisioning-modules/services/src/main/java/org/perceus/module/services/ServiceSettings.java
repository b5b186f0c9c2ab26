package org.perceus.module.services;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SettingForm;

/**
 * What a node's settings say of its services, none of which is in two of these. Immutable.
 *
 * @param on are started with the system
 * @param off are not, and can be started by hand
 * @param masked are never started
 */
record ServiceSettings(List<String> on, List<String> off, List<String> masked) {
    /** A node without the services of Perceus would never be ready. */
    private static final SettingForm<List<String>> NAMES = SettingForm.listOf(SettingForm.matching(
            "the name of a service such as chrony or getty@tty2, and none of Perceus",
            "(?!perceus-)[A-Za-z0-9_][A-Za-z0-9@:_.-]{0,127}+"));

    private static final NodeSetting<List<String>> ON =
            NodeSetting.of("services", NAMES, "services of the capsule that the node starts with its system");
    private static final NodeSetting<List<String>> OFF = NodeSetting.of(
            "services-off", NAMES, "services that it does not start with its system, and that can be started by hand");
    private static final NodeSetting<List<String>> MASKED =
            NodeSetting.of("services-masked", NAMES, "services that can not even be started by others or by hand");

    static List<NodeSetting<?>> all() {
        return List.of(ON, OFF, MASKED);
    }

    static ServiceSettings of(NodeView node) throws ProvisioningException {
        ServiceSettings settings = new ServiceSettings(
                ON.of(node).orElse(List.of()),
                OFF.of(node).orElse(List.of()),
                MASKED.of(node).orElse(List.of()));
        settings.check();
        return settings;
    }

    boolean isEmpty() {
        return on.isEmpty() && off.isEmpty() && masked.isEmpty();
    }

    private void check() throws ProvisioningException {
        Set<String> seen = new HashSet<>();
        for (List<String> names : List.of(on, off, masked)) {
            for (String name : Set.copyOf(names)) {
                if (!seen.add(name)) {
                    throw new ProvisioningException("the service " + name + " stands in "
                            + String.join(" and ", settingsWith(name)) + ": leave it in one of them");
                }
            }
        }
    }

    private List<String> settingsWith(String name) {
        return Stream.of(
                        on.contains(name) ? ON.name() : "",
                        off.contains(name) ? OFF.name() : "",
                        masked.contains(name) ? MASKED.name() : "")
                .filter(setting -> !setting.isEmpty())
                .toList();
    }
}
