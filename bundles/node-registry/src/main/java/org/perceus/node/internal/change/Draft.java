package org.perceus.node.internal.change;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.node.SettingRules.Owner;
import org.perceus.node.internal.network.AddressRules;
import org.perceus.node.internal.network.NetworkSet;
import org.perceus.node.internal.pool.AddressPool;
import org.perceus.node.internal.site.SettingValue;
import org.perceus.node.internal.site.SitePolicy;
import org.perceus.node.internal.state.GroupChange;
import org.perceus.node.internal.state.NodeChange;
import org.perceus.node.internal.state.Published;
import org.perceus.node.internal.state.RegistryState;

/** One change in the making: it works on the state and remembers how to undo it. Belongs to the store's thread. */
public final class Draft {
    private final RegistryState state;
    private final Published site;
    private final Advisers advisers;
    private final List<NodeChange> nodes = new ArrayList<>();
    private final List<GroupChange> groups = new ArrayList<>();

    public Draft(RegistryState state, Published site, Advisers advisers) {
        this.state = state;
        this.site = site;
        this.advisers = advisers;
    }

    public SitePolicy policy() {
        return site.current().policy();
    }

    public NetworkSet networks() {
        return site.current().networkSet();
    }

    public AddressRules addressRules() {
        return new AddressRules(networks(), advisers.ownAddresses());
    }

    /** Why a setting cannot have a value, as a sentence. */
    public Optional<String> objection(SettingKey key, String value, Owner owner) {
        return SettingValue.objection(key, value).or(() -> advisers.objection(key, value, owner));
    }

    public Optional<Node> node(MacAddress mac) {
        return state.node(mac);
    }

    public Optional<Node> node(Name name) {
        return state.node(name);
    }

    public Optional<Node> node(Inet4Address address) {
        return state.node(address);
    }

    public SortedMap<SettingKey, String> group(Name group) {
        return state.group(group);
    }

    public Iterator<Name> freeNames() {
        return state.freeNames(policy().names());
    }

    public AddressPool addresses(Network network) {
        return state.addresses(network, networks());
    }

    /** Adds a node or puts it in the place of the one with its MAC. */
    public void put(Node node) {
        change(new NodeChange(state.node(node.mac()), Optional.of(node)));
    }

    public void remove(Node node) {
        change(new NodeChange(Optional.of(node), Optional.empty()));
    }

    public void put(Name group, SortedMap<SettingKey, String> settings) {
        var after = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        GroupChange change = new GroupChange(group, state.group(group), after);
        if (!change.before().equals(change.after())) {
            state.apply(change);
            groups.add(change);
        }
    }

    public List<NodeChange> nodeChanges() {
        return Collections.unmodifiableList(nodes);
    }

    public List<GroupChange> groupChanges() {
        return Collections.unmodifiableList(groups);
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && groups.isEmpty();
    }

    /** Takes all back; later drafts must have been undone before. */
    public void undo() {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            state.apply(nodes.get(i).reversed());
        }
        for (int i = groups.size() - 1; i >= 0; i--) {
            state.apply(groups.get(i).reversed());
        }
        nodes.clear();
        groups.clear();
    }

    private void change(NodeChange change) {
        if (!change.before().equals(change.after())) {
            state.apply(change);
            nodes.add(change);
        }
    }
}
