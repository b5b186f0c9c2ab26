package org.perceus.node.internal.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;
import org.perceus.node.SettingRules.Owner;

/** Changes settings of a group. */
public record GroupAlteration(Name group, Map<SettingKey, Optional<String>> changes) implements Change {
    public GroupAlteration {
        changes = new TreeMap<>(changes);
    }

    @Override
    public ChangeResult decide(Draft draft) {
        SortedMap<SettingKey, String> settings = new TreeMap<>(draft.group(group));
        for (Map.Entry<SettingKey, Optional<String>> change : changes.entrySet()) {
            SettingKey key = change.getKey();
            if (List.of(Alteration.NAME, Alteration.ADDRESS, Alteration.GROUP).contains(key)) {
                return new Rejected("The " + key + " belongs to a node: a group cannot give it to its members");
            }
            try {
                Alteration.alter(draft, settings, key, change.getValue(), Owner.GROUP);
            } catch (IllegalArgumentException e) {
                return new Rejected(e.getMessage());
            }
        }
        draft.put(group, settings);
        return new Changed(List.of());
    }
}
