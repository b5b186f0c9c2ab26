package org.perceus.provisioning.internal.config;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.perceus.provisioning.ProvisioningDefaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the configuration of the engine. All others ask here when they need a value, so that a change of it restarts
 * nothing. Thread-safe.
 */
@Component(
        service = {EngineConfiguration.class, ProvisioningDefaults.class},
        configurationPid = EngineConfig.PID)
public final class EngineConfiguration implements ProvisioningDefaults {
    private static final Logger LOG = LoggerFactory.getLogger(EngineConfiguration.class);

    private volatile EngineOptions now;

    @Activate
    public EngineConfiguration(EngineConfig config, Map<String, Object> properties) {
        this.now = EngineOptions.of(config, properties);
        now.problems().forEach(LOG::error);
    }

    @Modified
    void modified(EngineConfig config, Map<String, Object> properties) {
        EngineOptions wanted = EngineOptions.of(config, properties);
        wanted.problems().forEach(LOG::error);
        EngineOptions before = now;
        now = wanted.in(before.perceusOs(), before.directory());
        if (!now.equals(wanted)) {
            LOG.warn(
                    "etc/{}.cfg: another perceusOs or directory is used from the next start on, until then {} and {}",
                    EngineConfig.PID,
                    before.perceusOs(),
                    before.directory());
        }
    }

    /** The values that hold now. */
    public EngineOptions now() {
        return now;
    }

    @Override
    public String defaultMethod() {
        return now.method();
    }

    @Override
    public List<String> defaultModules() {
        return now.modules();
    }
}
