package org.perceus.provisioning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;

/** The settings of nodes that the engine itself reads, and how it reads all of them. */
public final class NodeSettings {
    /** The capsule that a node gets: {@code name} for its newest version, or {@code name@version}. */
    public static final SettingKey CAPSULE = new SettingKey("capsule");

    /** Name of the provisioning method. */
    public static final SettingKey METHOD = new SettingKey("method");

    /** Names of the configuration modules, separated by commas. */
    public static final SettingKey MODULES = new SettingKey("modules");

    /** Kernel arguments of the second OS. */
    public static final SettingKey KERNEL_ARGUMENTS = new SettingKey("kernel-args");

    /** {@code yes} to get a shell on the node's console when its boot fails. */
    public static final SettingKey DEBUG = new SettingKey("debug");

    /**
     * What Perceus OS may say is done, so that the node's own setting of that name is removed. From a group or the site it
     * could not be removed and would be done at every boot, so there it is of no effect.
     */
    public static final Set<SettingKey> ONCE = Set.of(new SettingKey("reinstall"));

    private NodeSettings() {}

    /** The value of a setting that holds for a node. */
    public static Optional<String> of(Node node, RegistrySnapshot registry, SettingKey key) {
        return ONCE.contains(key) ? Optional.ofNullable(node.settings().get(key)) : registry.setting(node, key);
    }

    /** The names in a list such as that of {@link #MODULES}, each once. */
    public static List<String> names(String list) {
        return Arrays.stream(list.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
