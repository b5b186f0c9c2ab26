package org.perceus.provisioning.internal.names;

import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.NamedNetwork;
import org.perceus.boot.SiteNames;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;

/**
 * Names of nodes, looked up in the registry's own indexes: nothing is copied, however many nodes there are. A node's own name
 * and address come before those of interfaces. Immutable.
 *
 * @param snapshot the registry
 * @param interfaces what nodes have beside their boot cards
 * @param networks where names are served
 */
record NodeNames(RegistrySnapshot snapshot, InterfaceNames interfaces, List<NamedNetwork> networks)
        implements SiteNames {
    static NodeNames of(RegistrySnapshot snapshot, InterfaceNames interfaces) {
        List<NamedNetwork> networks = snapshot.networks().stream()
                .map(network -> new NamedNetwork(
                        network.subnet().base(), network.subnet().prefixLength(), network.domain()))
                .toList();
        return new NodeNames(snapshot, interfaces, networks);
    }

    @Override
    public List<Ipv4Address> addresses(String label, Optional<String> domain) {
        Optional<Node> node = Name.find(label).flatMap(snapshot::node);
        if (node.isPresent()) {
            // one, as a node has only that of the card that it was booted by
            return node.get()
                    .addresses()
                    .filter(address -> domain.isEmpty() || domain.equals(domain(address)))
                    .limit(1)
                    .toList();
        }
        return Optional.ofNullable(interfaces.hosts().get(label))
                .filter(host -> domain.isEmpty() || domain.equals(host.domain()))
                .map(InterfaceNames.Host::addresses)
                .orElse(List.of());
    }

    @Override
    public Optional<String> name(Ipv4Address address) {
        return snapshot.node(address)
                .map(node -> qualified(node.name().value(), domain(address)))
                .or(() -> Optional.ofNullable(interfaces.labels().get(address))
                        .map(host -> qualified(host.label(), host.domain())));
    }

    private static String qualified(String label, Optional<String> domain) {
        return domain.map(known -> label + "." + known).orElse(label);
    }

    private Optional<String> domain(Ipv4Address address) {
        return snapshot.network(address).flatMap(Network::domain);
    }
}
