package org.perceus.provisioning.internal.names;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.ServingInterface;
import org.perceus.node.Network;
import org.perceus.node.NodeRegistry;
import org.perceus.provisioning.NameServers;
import org.perceus.provisioning.internal.served.ServedInterfaces;

/** Tells nodes of name servers that answer: what DHCP says and what a node's own files say is the same. */
@Component(service = {NameServers.class, GivenNameServers.class})
public final class GivenNameServers implements NameServers {
    private static final String DNS = "dns";

    private final NodeRegistry registry;
    private final ServedInterfaces interfaces;

    @Activate
    public GivenNameServers(@Reference NodeRegistry registry, @Reference ServedInterfaces interfaces) {
        this.registry = registry;
        this.interfaces = interfaces;
    }

    /** @param server this server's address as a node of the network sees it */
    public List<Ipv4Address> of(Network network, String server) {
        return network.nameServers().isEmpty()
                ? interfaces.at(server).filter(GivenNameServers::answers).map(ServingInterface::address).stream()
                        .toList()
                : network.nameServers();
    }

    @Override
    public List<Ipv4Address> of(Network network) {
        return interfaces
                .in(network)
                .map(serving -> of(network, serving.address().toString()))
                .orElse(network.nameServers());
    }

    @Override
    public List<String> complaints() {
        return registry.snapshot().networks().stream()
                .flatMap(network -> network.nameServers().stream().flatMap(named -> complaint(network, named).stream()))
                .toList();
    }

    private Optional<String> complaint(Network network, Ipv4Address named) {
        return interfaces
                .at(named.toString())
                .filter(serving -> !answers(serving))
                .map(serving -> "network " + network.name() + " names " + named
                        + " in nameServers, where this server serves no DNS: have dns = true in"
                        + " etc/org.perceus.boot.interface-*.cfg of " + serving.device()
                        + ", unless another program answers there");
    }

    private static boolean answers(ServingInterface serving) {
        return serving.servers().contains(DNS);
    }
}
