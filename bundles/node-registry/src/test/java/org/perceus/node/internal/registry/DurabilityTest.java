package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.internal.store.Database;
import org.perceus.ledger.testing.WatchedDatabase;
import org.perceus.node.ChangeResult;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;

public class DurabilityTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;

    @Before
    public void name() {
        file = folder.getRoot().toPath().resolve("deep/folder/r.db");
    }

    @Test
    public void aRestartedRegistryIsTheSame() {
        List<Node> nodes;
        Map<Name, ?> groups;
        try (TestSite site = TestSite.withLan(file)) {
            site.discover(1);
            changed(site.registry.add(List.of(spec(2, "login", "10.10.7.7")), ROOT));
            changed(site.registry.set(List.of(mac(1), mac(2)), to("capsule", "debian-12"), ROOT));
            changed(site.registry.set(List.of(mac(1)), to("kernel-args", "a=\u00e4 'b' \"c\""), ROOT));
            changed(site.registry.set(List.of(mac(1)), to("capsule", null), ROOT));
            changed(site.registry.set(List.of(mac(1)), to("address", null), ROOT));
            changed(site.registry.setGroups(List.of(new Name("rack1")), to("method", "nfs-root"), ROOT));
            changed(site.registry.setGroups(List.of(new Name("rack2")), to("method", "hybrid"), ROOT));
            changed(site.registry.setGroups(List.of(new Name("rack2")), to("method", null), ROOT));
            site.discover(3);
            changed(site.registry.delete(List.of(mac(3)), ROOT));
            nodes = site.registry.snapshot().nodes();
            groups = site.registry.snapshot().groups();
        }
        try (TestSite site = TestSite.withLan(file)) {
            assertEquals(nodes, site.registry.snapshot().nodes());
            assertEquals(groups, site.registry.snapshot().groups());
            assertEquals(new Name("n0001"), site.discover(4).name());
        }
    }

    @Test
    public void aFullDiskFailsChangesAndKeepsTheRest() throws SQLException {
        AtomicReference<Connection> opened = new AtomicReference<>();
        Database limited = new WatchedDatabase(file, connection -> {
            opened.set(connection);
            return connection;
        });
        List<Node> acknowledged;
        try (TestSite site = new TestSite(limited, Map.of())) {
            site.network("lan", "10.10.0.0/16", "10.10.0.1-10.10.255.254");
            site.discover(1);
            try (Statement statement = opened.get().createStatement()) {
                statement.execute("PRAGMA max_page_count = 1");
            }
            List<CompletionStage<ChangeResult>> stages = new ArrayList<>();
            for (int i = 2; i < 400; i++) {
                stages.add(site.registry.discover(mac(i), TestSite.LINK, Optional.empty()));
            }
            long failed = stages.stream().filter(DurabilityTest::fails).count();
            assertTrue("failed: " + failed, failed > 0);
            acknowledged = site.registry.snapshot().nodes();
            assertEquals(399 - failed, acknowledged.size());
            // one that failed in the middle was closed, and the next has no limit
            if (!opened.get().isClosed()) {
                try (Statement statement = opened.get().createStatement()) {
                    statement.execute("PRAGMA max_page_count = 100000");
                }
            }
            site.discover(500);
            changed(site.registry.set(List.of(mac(500)), Map.of(new SettingKey("a"), Optional.of("b")), ROOT));
            acknowledged = site.registry.snapshot().nodes();
            assertEquals(
                    new Name("n%04d".formatted(acknowledged.size() - 1)),
                    node(site, 500).name());
        }
        try (TestSite site = TestSite.withLan(file)) {
            assertEquals(acknowledged, site.registry.snapshot().nodes());
        }
    }

    @Test
    public void aSecondContainerIsTurnedAway() {
        try (TestSite site = TestSite.withLan(file)) {
            var refusal = assertThrows(IllegalStateException.class, () -> new TestSite(file).close());
            assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("another container has it open"));
            site.discover(1);
        }
    }

    private static Node node(TestSite site, long mac) {
        return site.registry.snapshot().node(mac(mac)).orElseThrow();
    }

    private static boolean fails(CompletionStage<ChangeResult> stage) {
        return TestSite.get(stage.handle((result, failure) -> failure != null));
    }
}
