package org.perceus.provisioning.internal.setting;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.perceus.node.SettingKey;
import org.perceus.node.SettingRules;
import org.perceus.provisioning.NodeSettings;

/** Which values the engine understands; others it would pass over. */
@Component
public final class SettingForms implements SettingRules {
    @Activate
    public SettingForms() {}

    @Override
    public Optional<String> objection(SettingKey key, String value, Owner owner) {
        if (NodeSettings.ONCE.contains(key) && owner != Owner.NODE) {
            return Optional.of("'" + key
                    + "' is done once and then taken away from the node, so neither a group nor the"
                    + " site can have it: set it on nodes, as in 'perceus node set " + key + "=" + value + " @rack1'");
        }
        if (key.equals(NodeSettings.RETRIES) && !NodeSettings.isRetries(value)) {
            return Optional.of("'" + value + "' is not a number of failed boots after which a node waits: write 1 to "
                    + NodeSettings.MOST_RETRIES);
        }
        if (key.equals(NodeSettings.DEBUG) && !value.matches("yes|no")) {
            return Optional.of("'" + value + "' does not say whether a failed boot opens a shell: write yes or no");
        }
        if (key.equals(NodeSettings.RETRY_SINCE) && !isInstant(value)) {
            return Optional.of("'" + value + "' is not a time in UTC: leave it to 'perceus boot retry'");
        }
        return Optional.empty();
    }

    private static boolean isInstant(String value) {
        try {
            Instant.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
