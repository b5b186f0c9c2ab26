package org.perceus.module.ipaddr;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NetworkView;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;

/**
 * Gives the node's boot interface its address for good, by systemd-networkd, so that the node needs no DHCP server once
 * it runs.
 */
@Component
@PerceusModule(name = "ipaddr", order = 30)
public final class IpAddress implements ConfigurationModule {
    private static final String SERVICE = "/etc/systemd/system/multi-user.target.wants/systemd-networkd.service";

    @Override
    public NodeScript render(NodeView node) {
        NodeScript.Builder script = NodeScript.builder()
                .writeFile("/etc/systemd/network/10-perceus.network", "644", unit(node.mac(), node.network()))
                .linkFile("/lib/systemd/system/systemd-networkd.service", SERVICE);
        List<String> servers = node.network().nameServers();
        if (!servers.isEmpty()) {
            script.writeFile("/etc/resolv.conf", "644", resolver(servers, node.network()));
        }
        return script.build();
    }

    private static String unit(String mac, NetworkView network) {
        StringBuilder unit = new StringBuilder("[Match]\nMACAddress=").append(mac);
        unit.append("\n\n[Network]\nAddress=").append(network.address());
        unit.append('/').append(network.prefixLength());
        // a root over the network must not lose its address for a moment, neither at the start nor at the end
        unit.append("\nKeepConfiguration=static\n");
        network.gateway()
                .ifPresent(gateway -> unit.append("Gateway=").append(gateway).append('\n'));
        network.nameServers()
                .forEach(server -> unit.append("DNS=").append(server).append('\n'));
        network.domain()
                .ifPresent(domain -> unit.append("Domains=").append(domain).append('\n'));
        return unit.toString();
    }

    private static String resolver(List<String> servers, NetworkView network) {
        StringBuilder resolver = new StringBuilder();
        network.domain()
                .ifPresent(domain -> resolver.append("search ").append(domain).append('\n'));
        servers.forEach(server -> resolver.append("nameserver ").append(server).append('\n'));
        return resolver.toString();
    }
}
