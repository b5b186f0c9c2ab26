package org.perceus.shell.internal.setting;

import java.util.SortedSet;
import java.util.TreeSet;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.shell.internal.site.Site;

/** The keys of settings that somebody reads, or that are in use. */
public final class SettingWords {
    private SettingWords() {}

    /** The keys to offer. */
    public static SortedSet<SettingKey> known(Site site) {
        SortedSet<SettingKey> keys = new TreeSet<>();
        RegistrySnapshot snapshot = site.registry().snapshot();
        site.settingCheck().settings().stream().map(DeclaredSetting::key).forEach(keys::add);
        snapshot.groups().values().forEach(settings -> keys.addAll(settings.keySet()));
        snapshot.nodes().forEach(node -> keys.addAll(node.settings().keySet()));
        return keys;
    }
}
