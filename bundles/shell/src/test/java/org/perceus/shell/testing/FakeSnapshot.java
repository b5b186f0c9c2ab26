package org.perceus.shell.testing;

import java.net.Inet4Address;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SelectedNodes;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.selection.GroupSelection;
import org.perceus.node.internal.selection.Selection;

/** Some nodes at one moment; selects as the registry does. */
public final class FakeSnapshot implements RegistrySnapshot {
    private final List<Node> nodes;
    private final SortedMap<Name, SortedMap<SettingKey, String>> groups;
    private final SortedMap<SettingKey, String> defaults;
    private final List<Network> networks;

    FakeSnapshot(
            List<Node> nodes,
            SortedMap<Name, SortedMap<SettingKey, String>> groups,
            SortedMap<SettingKey, String> defaults,
            List<Network> networks) {
        this.nodes = nodes.stream().sorted(Comparator.comparing(Node::name)).toList();
        this.groups = new TreeMap<>(groups);
        nodes.forEach(node -> this.groups.putIfAbsent(node.group(), new TreeMap<>()));
        this.defaults = defaults;
        this.networks = networks;
    }

    @Override
    public List<Node> nodes() {
        return nodes;
    }

    @Override
    public Optional<Node> node(MacAddress mac) {
        return nodes.stream().filter(node -> node.mac().equals(mac)).findFirst();
    }

    @Override
    public Optional<Node> node(Name name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Node> node(Inet4Address address) {
        return nodes.stream()
                .filter(node -> node.address().equals(Optional.of(address)))
                .findFirst();
    }

    @Override
    public SortedMap<Name, SortedMap<SettingKey, String>> groups() {
        return Collections.unmodifiableSortedMap(groups);
    }

    @Override
    public List<Network> networks() {
        return networks;
    }

    @Override
    public Optional<Network> network(Inet4Address address) {
        return networks.stream()
                .filter(network -> network.subnet().contains(address))
                .findFirst();
    }

    @Override
    public SortedMap<SettingKey, String> defaults() {
        return Collections.unmodifiableSortedMap(defaults);
    }

    @Override
    public Optional<String> setting(Node node, SettingKey key) {
        return Optional.ofNullable(settings(node).get(key));
    }

    @Override
    public SortedMap<SettingKey, String> settings(Node node) {
        SortedMap<SettingKey, String> settings = new TreeMap<>(defaults);
        settings.putAll(groups.getOrDefault(node.group(), new TreeMap<>()));
        settings.putAll(node.settings());
        return settings;
    }

    @Override
    public SelectedNodes select(String expression) {
        return new Selection(this).select(expression);
    }

    @Override
    public List<Name> selectGroups(String expression) {
        return new GroupSelection(groups.keySet()).select(expression);
    }
}
