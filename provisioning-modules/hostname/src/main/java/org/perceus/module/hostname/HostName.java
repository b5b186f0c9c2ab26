package org.perceus.module.hostname;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;

/** Gives the node its name, and lets it find its own address by it. */
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
        String names = full.map(known -> known + " " + name).orElse(name);
        String own = full.filter(known -> fullyQualified).orElse(name);
        return NodeScript.builder()
                .writeFile("/etc/hostname", "644", own + "\n")
                .writeFile("/etc/hosts", "644", hosts(node.network().address(), names))
                .build();
    }

    private static String hosts(String address, String names) {
        return "127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n" + address + " " + names + "\n";
    }
}
