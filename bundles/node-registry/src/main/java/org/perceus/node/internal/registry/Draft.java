package org.perceus.node.internal.registry;

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

/** One change in the making: it works on the state and remembers how to undo it. Belongs to the store's thread. */
final class Draft {
    private final RegistryState state;
    private final Published site;
    private final Advisers advisers;
    private final List<NodeChange> nodes = new ArrayList<>();
    private final List<GroupChange> groups = new ArrayList<>();

    Draft(RegistryState state, Published site, Advisers advisers) {
        this.state = state;
        this.site = site;
        this.advisers = advisers;
    }

    SitePolicy policy() {
        return site.current().policy();
    }

    NetworkSet networks() {
        return site.current().networkSet();
    }

    AddressRules addressRules() {
        return new AddressRules(networks(), advisers.ownAddresses());
    }

    /** Why a setting cannot have a value, as a sentence. */
    Optional<String> objection(SettingKey key, String value, Owner owner) {
        return SettingValue.objection(key, value).or(() -> advisers.objection(key, value, owner));
    }

    Optional<Node> node(MacAddress mac) {
        return state.node(mac);
    }

    Optional<Node> node(Name name) {
        return state.node(name);
    }

    Optional<Node> node(Inet4Address address) {
        return state.node(address);
    }

    SortedMap<SettingKey, String> group(Name group) {
        return state.group(group);
    }

    Iterator<Name> freeNames() {
        return state.freeNames(policy().names());
    }

    AddressPool addresses(Network network) {
        return state.addresses(network, networks());
    }

    /** Adds a node or puts it in the place of the one with its MAC. */
    void put(Node node) {
        change(new NodeChange(state.node(node.mac()), Optional.of(node)));
    }

    void remove(Node node) {
        change(new NodeChange(Optional.of(node), Optional.empty()));
    }

    void put(Name group, SortedMap<SettingKey, String> settings) {
        var after = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        GroupChange change = new GroupChange(group, state.group(group), after);
        if (!change.before().equals(change.after())) {
            state.apply(change);
            groups.add(change);
        }
    }

    List<NodeChange> nodeChanges() {
        return Collections.unmodifiableList(nodes);
    }

    List<GroupChange> groupChanges() {
        return Collections.unmodifiableList(groups);
    }

    boolean isEmpty() {
        return nodes.isEmpty() && groups.isEmpty();
    }

    /** Takes all back; later drafts must have been undone before. */
    void undo() {
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
