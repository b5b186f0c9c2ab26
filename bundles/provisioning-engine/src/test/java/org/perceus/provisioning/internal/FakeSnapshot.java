package org.perceus.provisioning.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SelectedNodes;
import org.perceus.node.SettingKey;

/** A registry at one moment, with settings that all groups have. */
record FakeSnapshot(
        Map<MacAddress, Node> all,
        List<Network> networks,
        Map<SettingKey, String> groupSettings,
        Map<SettingKey, String> siteSettings)
        implements RegistrySnapshot {
    @Override
    public List<Node> nodes() {
        return List.copyOf(all.values());
    }

    @Override
    public Optional<Node> nodeOf(MacAddress card) {
        return all.values().stream().filter(node -> node.has(card)).findFirst();
    }

    @Override
    public Optional<Node> node(MacAddress mac) {
        return Optional.ofNullable(all.get(mac));
    }

    @Override
    public Optional<Node> node(Name name) {
        return all.values().stream().filter(node -> node.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Node> node(Ipv4Address address) {
        return all.values().stream()
                .filter(node -> node.address().equals(Optional.of(address)))
                .findFirst();
    }

    @Override
    public SortedMap<Name, SortedMap<SettingKey, String>> groups() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Network> network(Ipv4Address address) {
        return networks.stream()
                .filter(network -> network.subnet().contains(address))
                .findFirst();
    }

    @Override
    public SortedMap<SettingKey, String> defaults() {
        return new TreeMap<>(siteSettings);
    }

    @Override
    public Optional<String> setting(Node node, SettingKey key) {
        return Optional.ofNullable(node.settings().get(key))
                .or(() -> Optional.ofNullable(groupSettings.get(key)))
                .or(() -> Optional.ofNullable(siteSettings.get(key)));
    }

    @Override
    public SortedMap<SettingKey, String> settings(Node node) {
        SortedMap<SettingKey, String> all = new TreeMap<>(siteSettings);
        all.putAll(groupSettings);
        all.putAll(node.settings());
        return all;
    }

    @Override
    public SelectedNodes select(String expression) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Name> selectGroups(String expression) {
        throw new UnsupportedOperationException();
    }
}
