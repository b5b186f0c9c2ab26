package org.perceus.administration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.Name;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;

/** What the nodes of groups inherit. Thread-safe; calls block until the change is durable. */
@ProviderType
public interface GroupDeeds {
    /**
     * What was set.
     *
     * @param before the groups before
     * @param groups those that were named
     */
    record Applied(RegistrySnapshot before, List<Name> groups) {
        /** Copies the list. */
        public Applied {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Changes settings of groups, which need not have nodes yet.
     *
     * @param groups words that name them: names, ranges, globs
     * @param values the new values; an empty one removes a setting
     * @param force whether capsules, methods and modules may be set that are not there
     * @return with remarks on settings that have no effect on nodes of the groups as they are now
     */
    Outcome<Applied> set(
            Administrator who,
            List<String> groups,
            Map<SettingKey, Optional<String>> values,
            boolean force,
            boolean dryRun)
            throws InterruptedException;
}
