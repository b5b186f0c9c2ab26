package org.perceus.module.internal.config;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the configuration of the platform. All others ask here when they need a value, so that a change of it restarts
 * nothing. Thread-safe.
 */
@Component(service = PlatformConfiguration.class, configurationPid = PlatformConfig.PID)
public final class PlatformConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformConfiguration.class);

    private volatile PlatformOptions now;

    @Activate
    public PlatformConfiguration(PlatformConfig config, Map<String, Object> properties) {
        this.now = PlatformOptions.of(config, properties);
        now.problems().forEach(LOG::error);
    }

    @Modified
    void modified(PlatformConfig config, Map<String, Object> properties) {
        PlatformOptions wanted = PlatformOptions.of(config, properties);
        wanted.problems().forEach(LOG::error);
        PlatformOptions before = now;
        now = wanted.in(before.folder(), before.directory());
        if (!now.equals(wanted)) {
            LOG.warn(
                    "etc/{}.cfg: another folder or directory is used from the next start on, until then {} and {}",
                    PlatformConfig.PID,
                    before.folder(),
                    before.directory());
        }
    }

    /** The values that hold now. */
    public PlatformOptions now() {
        return now;
    }
}
