package org.perceus.provisioning.internal.names;

import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;
import org.perceus.boot.NamedNetwork;
import org.perceus.boot.SiteNames;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.RegistrySnapshot;

/** Names of nodes, looked up in the registry's own indexes: nothing is copied, however many nodes there are. Immutable. */
final class NodeNames implements SiteNames {
    private final RegistrySnapshot snapshot;
    private final List<NamedNetwork> networks;

    NodeNames(RegistrySnapshot snapshot) {
        this.snapshot = snapshot;
        this.networks = snapshot.networks().stream()
                .map(network -> new NamedNetwork(
                        network.subnet().base(), network.subnet().prefixLength(), network.domain()))
                .toList();
    }

    RegistrySnapshot snapshot() {
        return snapshot;
    }

    @Override
    public List<NamedNetwork> networks() {
        return networks;
    }

    @Override
    public List<Inet4Address> addresses(String label, Optional<String> domain) {
        return Name.find(label).flatMap(snapshot::node).flatMap(node -> node.address()).stream()
                .filter(address -> domain.isEmpty() || domain.equals(domain(address)))
                .toList();
    }

    @Override
    public Optional<String> name(Inet4Address address) {
        return snapshot.node(address).map(node -> node.name().value()).map(label -> domain(address)
                .map(domain -> label + "." + domain)
                .orElse(label));
    }

    private Optional<String> domain(Inet4Address address) {
        return snapshot.network(address).flatMap(Network::domain);
    }
}
