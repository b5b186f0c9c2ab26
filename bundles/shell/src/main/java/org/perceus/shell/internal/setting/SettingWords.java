package org.perceus.shell.internal.setting;

import java.util.SortedSet;
import java.util.TreeSet;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.NodeSettings;

/** The keys of settings that have a meaning, or are in use. */
public final class SettingWords {
    private static final SettingKey NAME = new SettingKey("name");
    private static final SettingKey ADDRESS = new SettingKey("address");
    private static final SettingKey GROUP = new SettingKey("group");

    private SettingWords() {}

    /** The keys to offer. */
    public static SortedSet<SettingKey> known(RegistrySnapshot snapshot) {
        SortedSet<SettingKey> keys = new TreeSet<>();
        keys.add(NodeSettings.CAPSULE);
        keys.add(NodeSettings.KERNEL);
        keys.add(NodeSettings.METHOD);
        keys.add(NodeSettings.MODULES);
        keys.add(NAME);
        keys.add(ADDRESS);
        keys.add(GROUP);
        keys.add(NodeSettings.KERNEL_ARGUMENTS);
        keys.add(NodeSettings.RETRIES);
        snapshot.groups().values().forEach(settings -> keys.addAll(settings.keySet()));
        snapshot.nodes().forEach(node -> keys.addAll(node.settings().keySet()));
        return keys;
    }
}
