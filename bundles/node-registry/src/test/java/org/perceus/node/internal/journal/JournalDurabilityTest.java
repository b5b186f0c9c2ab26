package org.perceus.node.internal.journal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.get;
import static org.perceus.node.internal.registry.TestSite.mac;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.testing.WatchedDatabase;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.node.internal.registry.TestSite;

public class JournalDurabilityTest {
    private static final int THREADS = 8;
    private static final int EVENTS = 25;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;

    @Before
    public void name() {
        file = folder.getRoot().toPath().resolve("r.db");
    }

    @Test
    public void anEventThatAFullDiskRefusedIsWrittenWithTheNext() throws SQLException {
        AtomicReference<Connection> opened = new AtomicReference<>();
        List<Boot> shown;
        try (TestSite site = new TestSite(
                new WatchedDatabase(file, connection -> {
                    opened.set(connection);
                    return connection;
                }),
                Map.of())) {
            BootId boot = new BootId(mac(1), site.now.toEpochMilli());
            prove(site, boot);
            assertTrue(get(record(site, boot, "first")));
            pages(opened.get(), 1);
            // fills what is left of the pages there are
            BootId filler = new BootId(mac(2), site.now.toEpochMilli());
            prove(site, filler);
            boolean full = false;
            for (int i = 0; i < 400 && !full; i++) {
                full = fails(record(site, filler, "x".repeat(250) + i));
            }
            assertTrue("the disk never became full", full);
            CompletionStage<Boolean> refused = record(site, boot, "y".repeat(250));
            boolean lost = fails(refused);
            assertEquals(3, site.journal.latest(mac(1)).orElseThrow().events());
            pages(opened.get(), 100_000);
            assertTrue(get(record(site, boot, "last")));
            assertTrue(get(record(site, filler, "last")));
            shown = site.boots(Optional.empty(), 10);
            if (lost) {
                assertThrows(CompletionException.class, () -> refused.toCompletableFuture()
                        .join());
            }
        }
        try (TestSite site = new TestSite(file)) {
            assertEquals(List.copyOf(sorted(shown)), sorted(site.boots(Optional.empty(), 10)));
        }
    }

    @Test
    public void threadsRecordSideBySide() throws Exception {
        List<Boot> shown;
        try (TestSite site = new TestSite(file)) {
            for (int i = 1; i <= THREADS; i++) {
                prove(site, new BootId(mac(i), 1));
            }
            prove(site, new BootId(mac(99), 1));
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                futures.add(threads.submit(() -> taken(site, thread)));
            }
            int taken = 0;
            for (Future<Integer> future : futures) {
                taken += future.get();
            }
            threads.shutdown();
            assertEquals(THREADS * EVENTS * 2, taken);
            shown = sorted(site.boots(Optional.empty(), 100));
            assertEquals(THREADS + 1, shown.size());
            assertEquals(
                    THREADS * EVENTS + 1,
                    site.journal.latest(mac(99)).orElseThrow().events());
        }
        try (TestSite site = new TestSite(file)) {
            assertEquals(shown, sorted(site.boots(Optional.empty(), 100)));
        }
    }

    /** To a boot of its own and to one that all share. */
    private static int taken(TestSite site, int thread) {
        int taken = 0;
        List<CompletionStage<Boolean>> stages = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            stages.add(record(site, new BootId(mac(thread + 1), 1), "own" + i));
            stages.add(record(site, new BootId(mac(99), 1), "shared" + thread + "." + i));
        }
        for (CompletionStage<Boolean> stage : stages) {
            taken += get(stage) ? 1 : 0;
        }
        return taken;
    }

    @Test(timeout = 180_000)
    public void aStormOfBootsIsKept() {
        int nodes = 2_000;
        try (TestSite site = new TestSite(file)) {
            List<CompletionStage<Boolean>> stages = new ArrayList<>();
            for (int i = 1; i <= nodes; i++) {
                BootId boot = new BootId(mac(i), i);
                stages.add(site.journal.prove(boot, before -> ""));
                stages.add(record(site, boot, "dhcp"));
                stages.add(record(site, boot, "ipxe"));
                stages.add(record(site, boot, "script"));
            }
            stages.forEach(stage -> assertTrue(get(stage)));
            assertEquals(mac(nodes), site.boots(Optional.empty(), 1).get(0).id().mac());
        }
        try (TestSite site = new TestSite(file)) {
            assertEquals(nodes, site.boots(Optional.empty(), nodes * 2).size());
            assertEquals(4, site.journal.latest(mac(7)).orElseThrow().events());
        }
    }

    private static CompletionStage<Boolean> record(TestSite site, BootId boot, String step) {
        return site.journal.record(boot, new BootEvent(site.now, NodeState.BOOTING, step, Optional.empty()), false);
    }

    private static void prove(TestSite site, BootId boot) {
        assertTrue(get(site.journal.prove(boot, before -> "it went away")));
    }

    private static boolean fails(CompletionStage<Boolean> stage) {
        return get(stage.handle((taken, failure) -> failure != null));
    }

    private static void pages(Connection connection, int most) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + most);
        }
    }

    private static List<Boot> sorted(List<Boot> boots) {
        return boots.stream()
                .sorted((one, other) -> one.id().mac().compareTo(other.id().mac()))
                .toList();
    }
}
