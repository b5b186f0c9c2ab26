package org.perceus.vnfs.internal;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the configuration of this room. All others ask here when they begin something, so that a change of it ends nothing.
 * Thread-safe.
 */
@Component(service = VnfsConfiguration.class, configurationPid = "org.perceus.vnfs")
@Designate(ocd = VnfsConfig.class)
public final class VnfsConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(VnfsConfiguration.class);

    private final BundleContext context;
    private volatile VnfsSettings now;

    /** @throws IllegalArgumentException with a sentence for the administrator */
    @Activate
    public VnfsConfiguration(BundleContext context, VnfsConfig config) {
        this.context = context;
        this.now = VnfsSettings.of(config, context);
    }

    @Modified
    void modified(VnfsConfig config) {
        try {
            VnfsSettings wanted = VnfsSettings.of(config, context);
            VnfsSettings before = now;
            now = wanted.in(before.directory());
            if (!now.equals(wanted)) {
                LOG.warn(
                        "etc/org.perceus.vnfs.cfg: the directory {} is used from the next start on, until then {}",
                        wanted.directory(),
                        before.directory());
            }
        } catch (RuntimeException e) {
            // the runtime has exceptions of its own for a word where a number is to be
            LOG.error("The configuration of before is used: {}", e.getMessage());
        }
    }

    /** The values that hold now. */
    VnfsSettings now() {
        return now;
    }
}
