package org.perceus.node.internal.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.perceus.address.Ipv4Address;
import org.perceus.ledger.Author;
import org.perceus.ledger.Change;
import org.perceus.node.ChangeResult;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeHistory;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.node.SettingRules;
import org.perceus.node.internal.change.RegistryTransaction;
import org.perceus.node.internal.change.Request;
import org.perceus.node.internal.history.LedgerHistory;
import org.perceus.node.internal.network.NetworkSource;
import org.perceus.node.testing.MemoryLedger;

/** The registry with its rules, over a ledger in memory. */
public final class MemoryRegistry {
    private static final Author SEED = new Author("seed", "was there before");

    public final MemoryLedger ledger = new MemoryLedger();
    public final NodeHistory history = new LedgerHistory(ledger);
    private final DefaultNodeRegistry registry;

    /** @param properties the site's configuration */
    public MemoryRegistry(Map<String, Object> properties) {
        registry = new DefaultNodeRegistry(ledger, properties);
    }

    public NodeRegistry nodes() {
        return registry;
    }

    public NodeAdmin admin() {
        return registry;
    }

    public RegistrySnapshot snapshot() {
        return registry.snapshot();
    }

    /** Who made the changes, apart from what was there before. */
    public List<Author> authors() {
        return ledger.changes().stream()
                .map(Change::author)
                .filter(author -> !author.equals(SEED))
                .toList();
    }

    public void rules(SettingRules rules) {
        registry.bindRules(rules);
    }

    public void network(Network network) {
        NetworkSource source = () -> Optional.of(network);
        registry.bindNetwork(source, Map.of());
    }

    /** Tells the registry of an address that the server has. */
    public void own(String address) {
        registry.bindOwn(() -> Set.of(Ipv4Address.parse(address)));
    }

    /** Has a node be there, whatever the rules say. */
    public void put(Node node) {
        seed(transaction -> transaction.put(node));
    }

    /** Has a group have a setting. */
    public void putGroup(String name, String key, String value) {
        seed(transaction -> {
            TreeMap<SettingKey, String> settings = new TreeMap<>(transaction.group(new Name(name)));
            settings.put(new SettingKey(key), value);
            transaction.put(new Name(name), settings);
        });
    }

    private void seed(Consumer<RegistryTransaction> change) {
        Request request = transaction -> {
            change.accept(transaction);
            return new ChangeResult.Changed(List.of());
        };
        CompletionStage<ChangeResult> done = registry.request(request, SEED);
        done.toCompletableFuture().join();
    }
}
