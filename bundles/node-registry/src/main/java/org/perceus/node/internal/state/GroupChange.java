package org.perceus.node.internal.state;

import java.util.SortedMap;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;

/** The settings of a group before and after a change. */
public record GroupChange(Name group, SortedMap<SettingKey, String> before, SortedMap<SettingKey, String> after) {
    public GroupChange reversed() {
        return new GroupChange(group, after, before);
    }
}
