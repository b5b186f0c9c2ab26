package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.LINK;
import static org.perceus.node.internal.registry.TestSite.mac;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.testing.WatchedDatabase;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.Node;

/** Each round fills the disk at a random moment while nodes are added; {@code -Dperceus.crash.rounds=N} makes more of them. */
public class FullDiskTest {
    private static final int ROUNDS = Integer.getInteger("perceus.crash.rounds", 8);
    private static final int AT_ONCE = 60;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Random random = new Random();
    private final AtomicReference<Connection> opened = new AtomicReference<>();

    @Test
    public void whatIsAcknowledgedIsThereAndTheRestIsNot() throws Exception {
        Path file = folder.getRoot().toPath().resolve("r.db");
        long failures = 0;
        long first = 1;
        for (int round = 0; round < ROUNDS; round++) {
            List<Node> shown;
            List<Node> acknowledged;
            try (TestSite site = site(file)) {
                List<CompletionStage<ChangeResult>> stages = new ArrayList<>();
                int fullAt = random.nextInt(AT_ONCE);
                for (int i = 0; i < AT_ONCE; i++) {
                    if (i == fullAt) {
                        fill();
                    }
                    stages.add(site.registry.discover(mac(first++), LINK, Optional.empty()));
                }
                acknowledged = stages.stream().flatMap(FullDiskTest::node).toList();
                failures += AT_ONCE - acknowledged.size();
                shown = site.registry.snapshot().nodes();
            }
            assertTrue("lost in round " + round, shown.containsAll(acknowledged));
            try (TestSite site = site(file)) {
                assertEquals(shown, site.registry.snapshot().nodes());
            }
        }
        assertTrue("the disk never became full", failures > 0);
    }

    private TestSite site(Path file) {
        TestSite site = new TestSite(
                new WatchedDatabase(file, connection -> {
                    opened.set(connection);
                    return connection;
                }),
                Map.of("namePattern", "n######"));
        site.network("lan", "10.10.0.0/16", "10.10.0.1-10.10.255.253");
        return site;
    }

    private void fill() {
        try (Statement statement = opened.get().createStatement()) {
            statement.execute("PRAGMA max_page_count = 1");
        } catch (SQLException e) {
            // it has failed before, and is opened anew with the next change
        }
    }

    private static Stream<Node> node(CompletionStage<ChangeResult> stage) {
        Optional<ChangeResult> result = TestSite.get(stage.handle((value, failure) -> Optional.ofNullable(value)));
        return result.stream().map(found -> ((Changed) found).nodes().get(0));
    }
}
