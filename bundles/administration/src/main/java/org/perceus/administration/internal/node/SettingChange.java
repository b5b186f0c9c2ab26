package org.perceus.administration.internal.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.administration.Outcome;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.SettingCheck;

/**
 * New values of settings, compared with what is installed.
 *
 * @param values the values; an empty one removes a setting
 * @param force whether they are taken unseen
 */
record SettingChange(NodeParts parts, Map<SettingKey, Optional<String>> values, boolean force) {
    /**
     * What they are meant for, unless something is wrong with them.
     *
     * @param shared whether several nodes will have them
     */
    <T> Outcome<T> checked(T subject, boolean shared) {
        if (force) {
            return Outcome.done(subject);
        }
        SettingCheck check = parts.settingCheck();
        return Outcome.unless(
                check.objection(values).or(() -> shared ? check.sharingObjection(values) : Optional.empty()), subject);
    }

    /** What is worth saying of nodes that they hold for now. */
    List<String> remarks(List<Node> nodes) {
        return new IdleSettings(parts.settingEffects(), parts.snapshot()).remarks(nodes, values.keySet());
    }
}
