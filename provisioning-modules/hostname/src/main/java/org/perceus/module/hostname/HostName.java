package org.perceus.module.hostname;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;

/** Gives the node its name; the module {@code hosts} lets it find its own address by it. */
@Component(configurationPid = HostNameConfig.PID)
@Designate(ocd = HostNameConfig.class)
@PerceusModule(name = "hostname", order = 20)
public final class HostName implements ConfigurationModule {
    private final boolean fullyQualified;

    /** Made anew for each change of its configuration. */
    @Activate
    public HostName(HostNameConfig config) {
        this(config.fullyQualified());
    }

    HostName(boolean fullyQualified) {
        this.fullyQualified = fullyQualified;
    }

    @Override
    public NodeScript render(NodeView node) {
        String name = node.name();
        Optional<String> full = node.network().domain().map(domain -> name + "." + domain);
        String own = full.filter(known -> fullyQualified).orElse(name);
        return NodeScript.builder()
                .writeFile("/etc/hostname", "644", own + "\n")
                .build();
    }
}
