package org.perceus.node.internal.registry;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.ledger.Author;
import org.perceus.ledger.internal.log.StoredLedger;
import org.perceus.ledger.internal.store.Database;
import org.perceus.ledger.internal.store.DatabaseStore;
import org.perceus.ledger.internal.store.SqliteDatabase;
import org.perceus.node.Boot;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;
import org.perceus.node.SettingRules;
import org.perceus.node.internal.history.LedgerHistory;
import org.perceus.node.internal.journal.BootsOfGoneNodes;
import org.perceus.node.internal.journal.DefaultBootJournal;
import org.perceus.node.internal.journal.JournalLimits;
import org.perceus.node.internal.network.NetworkForm;
import org.perceus.node.internal.network.NetworkSource;
import org.perceus.node.internal.stranger.LeaseBook;
import org.perceus.node.internal.stranger.MemoryLeases;

/** A registry with its store and journal, for tests. */
public final class TestSite implements AutoCloseable {
    public static final Author ROOT = new Author("root", "test");
    public static final Ipv4Address LINK = Ipv4Address.parse("10.10.0.1");
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final long WAIT_SECONDS = 60;

    public final DatabaseStore store;
    public final StoredLedger ledger;
    public final DefaultBootJournal journal;
    public final BootsOfGoneNodes boots;
    public final LedgerHistory history;
    public final DefaultNodeRegistry registry;
    public volatile Instant now;
    private final Clock clock;

    public TestSite(Path file) {
        this(file, Map.of(), START);
    }

    public TestSite(Path file, Map<String, String> properties, Instant start) {
        this(new SqliteDatabase(file), properties, start);
    }

    public TestSite(Database database, Map<String, String> properties) {
        this(database, properties, START);
    }

    public TestSite(Database database, Map<String, String> properties, Instant start) {
        now = start;
        clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        try {
            store = new DatabaseStore(database, DatabaseStore.WAITING);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        ledger = new StoredLedger(store, clock);
        journal = new DefaultBootJournal(
                store, JournalLimits.read(properties, text -> {}), Executors.newSingleThreadExecutor(), clock);
        registry = new DefaultNodeRegistry(ledger, new HashMap<>(properties));
        boots = new BootsOfGoneNodes(ledger, journal);
        history = new LedgerHistory(ledger);
    }

    /** The newest boots, read from the disk. */
    public List<Boot> boots(Optional<MacAddress> node, int limit) {
        return get(journal.boots(node.map(Set::of), limit));
    }

    public static TestSite withLan(Path file) {
        TestSite site = new TestSite(file);
        site.network("lan", "10.10.0.0/16", "10.10.0.1-10.10.255.254");
        return site;
    }

    public NetworkSource network(String name, String subnet, String pool) {
        return networkWith(name, subnet, pool, "");
    }

    public NetworkSource networkWith(String name, String subnet, String pool, String nameServers) {
        Map<String, String> properties = new HashMap<>(Map.of("name", name, "subnet", subnet, "pool", pool));
        long highest = Subnet.parse(subnet).broadcast().number();
        properties.put("nameServers", nameServers);
        properties.put("router", Ipv4Address.of(highest - 1).toString());
        Optional<Network> network = Optional.of(new NetworkForm(properties).read());
        NetworkSource source = () -> network;
        registry.bindNetwork(source, Map.of());
        return source;
    }

    /** Addresses for machines that are no nodes. */
    public MemoryLeases leases(Map<String, String> properties) {
        LeaseBook book = new LeaseBook(clock);
        registry.bindLent(book);
        return new MemoryLeases(registry, book, new HashMap<>(properties));
    }

    /** Tells the registry of an address that the server has. */
    public void own(String address) {
        Set<Ipv4Address> own = Set.of(Ipv4Address.parse(address));
        registry.bindOwn(() -> own);
    }

    /** Lets somebody judge the settings. */
    public void rules(SettingRules rules) {
        registry.bindRules(rules);
    }

    public Node discover(long mac) {
        return changed(registry.discover(mac(mac), LINK, Optional.empty())).get(0);
    }

    public static MacAddress mac(long value) {
        return new MacAddress(0x5254_0000_0000L + value);
    }

    public static NodeSpec spec(long mac, String name, String address) {
        return new NodeSpec(
                mac(mac),
                Optional.ofNullable(name).map(Name::new),
                Optional.ofNullable(address).map(Ipv4Address::parse),
                Optional.empty());
    }

    public static Map<SettingKey, Optional<String>> to(String key, String value) {
        return Map.of(new SettingKey(key), Optional.ofNullable(value));
    }

    public static List<Node> changed(CompletionStage<ChangeResult> stage) {
        ChangeResult result = get(stage);
        if (result instanceof Changed changed) {
            return changed.nodes();
        }
        throw new AssertionError(result);
    }

    public static String rejected(CompletionStage<ChangeResult> stage) {
        ChangeResult result = get(stage);
        if (result instanceof Rejected rejected) {
            return rejected.reason();
        }
        throw new AssertionError(result);
    }

    public static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            boots.close();
            registry.close();
            ledger.close();
            journal.close();
            store.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
