package org.perceus.shell.testing;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
import org.perceus.node.SettingRules.Owner;
import org.perceus.node.Subnet;
import org.perceus.provisioning.internal.setting.SettingForms;

/** Keeps nodes in memory and remembers who changed them. */
public final class FakeRegistry implements NodeRegistry, NodeAdmin {
    public final List<Author> authors = new ArrayList<>();
    public final SortedMap<SettingKey, String> defaults = new TreeMap<>();
    public final List<Network> networks = new ArrayList<>();
    public Optional<ChangeResult.Rejected> rejection = Optional.empty();
    public Optional<RuntimeException> failure = Optional.empty();
    public final Map<Name, String> objections = new TreeMap<>();
    public final List<String> complaints = new ArrayList<>();
    public final List<Long> undone = new ArrayList<>();

    private final List<Node> nodes = new ArrayList<>();
    private final SortedMap<Name, SortedMap<SettingKey, String>> groups = new TreeMap<>();

    public void put(Node node) {
        nodes.removeIf(other -> other.mac().equals(node.mac()));
        nodes.add(node);
    }

    public void putGroup(String name, String key, String value) {
        groups.computeIfAbsent(new Name(name), unknown -> new TreeMap<>()).put(new SettingKey(key), value);
    }

    @Override
    public RegistrySnapshot snapshot() {
        return new FakeSnapshot(nodes, groups, defaults, networks);
    }

    @Override
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public Optional<String> objection(Node node) {
        return Optional.ofNullable(objections.get(node.name()));
    }

    @Override
    public Optional<String> objection(Inet4Address address) {
        return Optional.empty();
    }

    @Override
    public CompletionStage<ChangeResult> discover(MacAddress mac, Inet4Address link, Optional<Inet4Address> wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<ChangeResult> add(List<NodeSpec> specs, Author author) {
        return change(author, () -> {
            List<Node> added = new ArrayList<>();
            for (NodeSpec spec : specs) {
                Name name = spec.name().orElseGet(() -> new Name(String.format("n%04d", nodes.size() + 1)));
                Name group = spec.group().orElse(new Name("default"));
                Node node = new Node(spec.mac(), name, group, spec.address(), true, spec.settings());
                put(node);
                added.add(node);
            }
            return added;
        });
    }

    @Override
    public CompletionStage<ChangeResult> merge(List<NodeSpec> specs, Author author) {
        return change(author, () -> {
            List<Node> merged = new ArrayList<>();
            for (NodeSpec spec : specs) {
                Node there = snapshot().node(spec.mac()).orElseThrow();
                SortedMap<SettingKey, String> settings = new TreeMap<>(there.settings());
                settings.putAll(spec.settings());
                Node node = new Node(
                        there.mac(),
                        spec.name().orElse(there.name()),
                        spec.group().orElse(there.group()),
                        spec.address().or(there::address),
                        there.approved(),
                        settings);
                put(node);
                merged.add(node);
            }
            return merged;
        });
    }

    @Override
    public CompletionStage<ChangeResult> set(
            Collection<MacAddress> macs, Map<SettingKey, Optional<String>> changes, Author author) {
        Optional<String> objection = changes.entrySet().stream()
                .flatMap(
                        change -> change
                                .getValue()
                                .flatMap(value -> new SettingForms().objection(change.getKey(), value, Owner.NODE))
                                .stream())
                .findFirst();
        if (objection.isPresent()) {
            return CompletableFuture.completedFuture(new ChangeResult.Rejected(objection.get()));
        }
        return change(author, () -> {
            List<Node> changed = new ArrayList<>();
            for (MacAddress mac : macs) {
                Node node = snapshot().node(mac).orElseThrow();
                Map<SettingKey, Optional<String>> plain = new TreeMap<>(changes);
                Name name = taken(plain, "name").map(Name::parse).orElse(node.name());
                Name group = taken(plain, "group").map(Name::parse).orElse(node.group());
                Optional<Inet4Address> address =
                        taken(plain, "address").map(Subnet::parseAddress).or(node::address);
                SortedMap<SettingKey, String> settings = new TreeMap<>(node.settings());
                apply(plain, settings);
                Node now = new Node(mac, name, group, address, node.approved(), settings);
                put(now);
                changed.add(now);
            }
            return changed;
        });
    }

    @Override
    public CompletionStage<ChangeResult> setGroups(
            Collection<Name> names, Map<SettingKey, Optional<String>> changes, Author author) {
        return change(author, () -> {
            names.forEach(name -> apply(changes, groups.computeIfAbsent(name, unknown -> new TreeMap<>())));
            return List.of();
        });
    }

    @Override
    public CompletionStage<ChangeResult> replace(MacAddress old, MacAddress by, Author author) {
        return change(author, () -> {
            Node node = snapshot().node(old).orElseThrow();
            nodes.remove(node);
            Node now = new Node(by, node.name(), node.group(), node.address(), node.approved(), node.settings());
            put(now);
            return List.of(now);
        });
    }

    @Override
    public CompletionStage<ChangeResult> approve(Collection<MacAddress> macs, Author author) {
        return change(author, () -> {
            List<Node> approved = new ArrayList<>();
            for (MacAddress mac : macs) {
                Node node = snapshot().node(mac).orElseThrow();
                Node now = new Node(mac, node.name(), node.group(), node.address(), true, node.settings());
                put(now);
                approved.add(now);
            }
            return approved;
        });
    }

    @Override
    public CompletionStage<ChangeResult> delete(Collection<MacAddress> macs, Author author) {
        return change(author, () -> {
            List<Node> gone =
                    nodes.stream().filter(node -> macs.contains(node.mac())).toList();
            nodes.removeAll(gone);
            return gone;
        });
    }

    @Override
    public CompletionStage<ChangeResult> undo(long change, Author author) {
        return change(author, () -> {
            undone.add(change);
            return List.copyOf(nodes);
        });
    }

    @Override
    public NodeAdmin dryRun() {
        FakeRegistry copy = new FakeRegistry();
        copy.rejection = rejection;
        copy.failure = failure;
        nodes.forEach(copy::put);
        return copy;
    }

    private CompletionStage<ChangeResult> change(Author author, Change change) {
        if (failure.isPresent()) {
            return CompletableFuture.failedFuture(failure.get());
        }
        if (rejection.isPresent()) {
            return CompletableFuture.completedFuture(rejection.get());
        }
        authors.add(author);
        return CompletableFuture.completedFuture(new ChangeResult.Changed(change.apply()));
    }

    private static Optional<String> taken(Map<SettingKey, Optional<String>> changes, String key) {
        return Optional.ofNullable(changes.remove(new SettingKey(key))).flatMap(value -> value);
    }

    private static void apply(Map<SettingKey, Optional<String>> changes, SortedMap<SettingKey, String> settings) {
        changes.forEach((key, value) -> {
            settings.remove(key);
            value.ifPresent(text -> settings.put(key, text));
        });
    }

    private interface Change {
        List<Node> apply();
    }
}
