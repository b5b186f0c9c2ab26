package org.perceus.node.internal.state;

import java.util.Collections;
import java.util.List;
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
import org.perceus.node.internal.network.NetworkSet;
import org.perceus.node.internal.selection.GroupSelection;
import org.perceus.node.internal.selection.Selection;
import org.perceus.node.internal.site.SitePolicy;

/** The registry at one moment: nodes from the store, networks and the site's policy from the configuration. */
public record Snapshot(NodeIndex index, NetworkSet networkSet, SitePolicy policy) implements RegistrySnapshot {
    @Override
    public List<Node> nodes() {
        return index.nodes();
    }

    @Override
    public Optional<Node> node(MacAddress mac) {
        return index.node(mac);
    }

    @Override
    public Optional<Node> nodeOf(MacAddress card) {
        return index.nodeOf(card);
    }

    @Override
    public Optional<Node> node(Name name) {
        return index.node(name);
    }

    @Override
    public Optional<Node> node(Ipv4Address address) {
        return index.node(address);
    }

    @Override
    public SortedMap<Name, SortedMap<SettingKey, String>> groups() {
        return index.groups();
    }

    @Override
    public List<Network> networks() {
        return networkSet.all();
    }

    @Override
    public Optional<Network> network(Ipv4Address address) {
        return networkSet.containing(address);
    }

    @Override
    public SortedMap<SettingKey, String> defaults() {
        return policy.settings();
    }

    @Override
    public Optional<String> setting(Node node, SettingKey key) {
        return Optional.ofNullable(node.settings().get(key))
                .or(() -> Optional.ofNullable(ofGroup(node).get(key)))
                .or(() -> Optional.ofNullable(policy.settings().get(key)));
    }

    @Override
    public SortedMap<SettingKey, String> settings(Node node) {
        SortedMap<SettingKey, String> all = new TreeMap<>(policy.settings());
        all.putAll(ofGroup(node));
        all.putAll(node.settings());
        return Collections.unmodifiableSortedMap(all);
    }

    @Override
    public SelectedNodes select(String expression) {
        return new Selection(this).select(expression);
    }

    @Override
    public List<Name> selectGroups(String expression) {
        return new GroupSelection(groups().keySet()).select(expression);
    }

    private SortedMap<SettingKey, String> ofGroup(Node node) {
        return index.group(node.group());
    }
}
