package org.perceus.module.hostname;

import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;

/** Gives the node its name, and lets it find its own address by it. */
@Component
@PerceusModule(name = "hostname", order = 20)
public final class HostName implements ConfigurationModule {
    @Override
    public NodeScript render(NodeView node) {
        String name = node.name();
        String names = node.network()
                .domain()
                .map(domain -> name + "." + domain + " " + name)
                .orElse(name);
        return NodeScript.builder()
                .writeFile("/etc/hostname", "644", name + "\n")
                .writeFile("/etc/hosts", "644", hosts(node.network().address(), names))
                .build();
    }

    private static String hosts(String address, String names) {
        return "127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n" + address + " " + names + "\n";
    }
}
