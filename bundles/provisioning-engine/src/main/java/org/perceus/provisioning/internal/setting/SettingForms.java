package org.perceus.provisioning.internal.setting;

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
        return EngineSettings.objection(key, value);
    }
}
