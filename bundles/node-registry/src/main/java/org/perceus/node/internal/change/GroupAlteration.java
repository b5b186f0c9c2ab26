package org.perceus.node.internal.change;

import java.util.Collection;
import java.util.LinkedHashSet;
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

/** Changes settings of groups. */
public record GroupAlteration(Collection<Name> groups, Map<SettingKey, Optional<String>> changes) implements Request {
    public GroupAlteration {
        groups = new LinkedHashSet<>(groups);
        changes = new TreeMap<>(changes);
    }

    @Override
    public ChangeResult decide(RegistryTransaction transaction) {
        for (Name group : groups) {
            try {
                transaction.put(group, altered(transaction, group));
            } catch (IllegalArgumentException e) {
                return new Rejected(e.getMessage());
            }
        }
        return new Changed(List.of());
    }

    private SortedMap<SettingKey, String> altered(RegistryTransaction transaction, Name group) {
        SortedMap<SettingKey, String> settings = new TreeMap<>(transaction.group(group));
        for (Map.Entry<SettingKey, Optional<String>> change : changes.entrySet()) {
            SettingKey key = change.getKey();
            if (key.equals(Alteration.GROUP) || Alteration.OF_ONE.contains(key)) {
                throw new IllegalArgumentException(
                        "The " + key + " belongs to a node: a group cannot give it to its members");
            }
            Alteration.alter(transaction, settings, key, change.getValue(), Owner.GROUP);
        }
        return settings;
    }
}
