package org.perceus.provisioning.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.perceus.address.Ipv4Address;
import org.perceus.ledger.Author;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeSpec;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;

/** A registry in memory, which discovers machines and changes their settings but takes no other change. */
public final class FakeRegistry implements NodeRegistry, NodeAdmin {
    private final Map<MacAddress, Node> nodes = new TreeMap<>();
    private final List<Network> networks = new ArrayList<>(List.of(Samples.NETWORK));
    private final Map<SettingKey, String> groupSettings = new TreeMap<>();
    private final Map<SettingKey, String> siteSettings = new TreeMap<>();
    private Optional<CompletionStage<ChangeResult>> discovery = Optional.empty();
    private Optional<CompletionStage<ChangeResult>> setting = Optional.empty();

    /** Adds or replaces a node. */
    public FakeRegistry with(Node node) {
        nodes.put(node.mac(), node);
        return this;
    }

    /** Adds a network. */
    public FakeRegistry with(Network network) {
        networks.add(network);
        return this;
    }

    /** Forgets all nodes. */
    public void clear() {
        nodes.clear();
    }

    /** Forgets all networks. */
    public void withoutNetworks() {
        networks.clear();
    }

    /** Sets what all groups have. */
    public void setGroup(String key, String value) {
        groupSettings.put(new SettingKey(key), value);
    }

    /** Sets the site's default. */
    public void setSite(String key, String value) {
        siteSettings.put(new SettingKey(key), value);
    }

    /** What every discovery becomes from now on. */
    public void discoverWith(CompletionStage<ChangeResult> result) {
        discovery = Optional.of(result);
    }

    /** What every setting becomes from now on. */
    public void setWith(CompletionStage<ChangeResult> result) {
        setting = Optional.of(result);
    }

    @Override
    public RegistrySnapshot snapshot() {
        return new FakeSnapshot(
                Map.copyOf(nodes), List.copyOf(networks), Map.copyOf(groupSettings), Map.copyOf(siteSettings));
    }

    @Override
    public List<String> complaints() {
        return List.of();
    }

    @Override
    public Optional<String> objection(Node node) {
        return Optional.empty();
    }

    @Override
    public Optional<String> objection(Ipv4Address address) {
        return snapshot().network(address).isEmpty() ? Optional.of("it is in no network") : Optional.empty();
    }

    @Override
    public CompletionStage<ChangeResult> discover(MacAddress mac, Ipv4Address link, Optional<Ipv4Address> wanted) {
        return discovery.orElseGet(() -> {
            Node found = new Node(mac, new Name("n0099"), new Name("none"), wanted, false, new TreeMap<>());
            with(found);
            return CompletableFuture.completedFuture(new ChangeResult.Changed(List.of(found)));
        });
    }

    @Override
    public CompletionStage<ChangeResult> given(MacAddress mac, Ipv4Address address) {
        Node node = nodes.get(mac).at(Optional.of(address));
        with(node);
        return CompletableFuture.completedFuture(new ChangeResult.Changed(List.of(node)));
    }

    @Override
    public CompletionStage<ChangeResult> add(List<NodeSpec> specs, Author author) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<ChangeResult> set(
            Collection<MacAddress> which, Map<SettingKey, Optional<String>> changes, Author author) {
        if (setting.isPresent()) {
            return setting.get();
        }
        List<Node> changed = new ArrayList<>();
        for (MacAddress mac : which) {
            Node old = nodes.get(mac);
            SortedMap<SettingKey, String> settings = new TreeMap<>(old.settings());
            changes.forEach((key, value) ->
                    value.ifPresentOrElse(fresh -> settings.put(key, fresh), () -> settings.remove(key)));
            Node fresh = new Node(mac, old.name(), old.group(), old.address(), old.approved(), settings);
            with(fresh);
            changed.add(fresh);
        }
        return CompletableFuture.completedFuture(new ChangeResult.Changed(changed));
    }

    @Override
    public CompletionStage<ChangeResult> merge(List<NodeSpec> specs, Author author) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<ChangeResult> setGroups(
            Collection<Name> names, Map<SettingKey, Optional<String>> changes, Author author) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<ChangeResult> replace(MacAddress old, MacAddress by, Author author) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<ChangeResult> approve(Collection<MacAddress> which, Author author) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<ChangeResult> delete(Collection<MacAddress> which, Author author) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<ChangeResult> undo(long change, Author author) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NodeAdmin dryRun() {
        throw new UnsupportedOperationException();
    }
}
