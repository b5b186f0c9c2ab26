package org.perceus.node.internal.registry;

import java.util.SortedMap;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;

/** The settings of a group before and after a change. */
record GroupChange(Name group, SortedMap<SettingKey, String> before, SortedMap<SettingKey, String> after) {
    GroupChange reversed() {
        return new GroupChange(group, after, before);
    }
}
