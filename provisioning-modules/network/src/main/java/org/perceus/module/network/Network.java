package org.perceus.module.network;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NetworkConfigurator;
import org.perceus.provisioning.spi.NetworkView;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.network.NodeInterfaces;

/**
 * Gives the node's boot interface its address for good, by whoever configures the cards of its system, so that the node
 * needs no DHCP server once it runs, and makes the other interfaces that it shall have. All others leave these alone.
 */
@Component
@PerceusModule(name = "network", order = 30)
public final class Network implements ConfigurationModule {
    private static final String CLOUD_INIT = "/etc/cloud/cloud.cfg.d/99-perceus-network.cfg";

    private final InterfaceManager networkd = new Networkd();
    private final InterfaceManager networkManager = new NetworkManager();
    private final InterfaceManager service = new OwnService();

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(NodeInterfaces.SETTING);
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        NodeNetwork network = NodeNetwork.of(node);
        NodeScript.Builder script = NodeScript.builder();
        InterfaceManager chosen = managerOf(node.capsule().networkConfigurator());
        for (InterfaceManager manager : List.of(networkd, networkManager, service)) {
            if (manager == chosen) {
                manager.manage(network, script);
            } else {
                manager.leave(network, script);
            }
        }
        // it would have the card ask for a lease
        script.writeFile(CLOUD_INIT, "644", "network: {config: disabled}\n");
        List<String> servers = node.network().nameServers();
        if (!servers.isEmpty()) {
            script.writeFile("/etc/resolv.conf", "644", resolver(servers, node.network()));
        }
        return script.build();
    }

    private InterfaceManager managerOf(NetworkConfigurator configurator) {
        return switch (configurator) {
            case NETWORKD -> networkd;
            case NETWORK_MANAGER -> networkManager;
            case IFUPDOWN, NONE -> service;
        };
    }

    private static String resolver(List<String> servers, NetworkView network) {
        StringBuilder resolver = new StringBuilder();
        network.domain()
                .ifPresent(domain -> resolver.append("search ").append(domain).append('\n'));
        servers.forEach(server -> resolver.append("nameserver ").append(server).append('\n'));
        return resolver.toString();
    }
}
