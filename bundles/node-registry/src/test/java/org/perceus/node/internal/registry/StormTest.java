package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.LINK;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.get;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;

public class StormTest {
    private static final int NODES = 10_000;
    private static final int THREADS = 8;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;

    @Before
    public void name() {
        file = folder.getRoot().toPath().resolve("r.db");
    }

    @Test(timeout = 180_000)
    public void tenThousandMachinesAreDiscoveredAtOnce() {
        try (TestSite site = TestSite.withLan(file)) {
            long start = System.nanoTime();
            List<CompletionStage<ChangeResult>> stages = new ArrayList<>(NODES);
            for (int i = 1; i <= NODES; i++) {
                stages.add(site.registry.discover(mac(i), LINK, Optional.empty()));
            }
            stages.forEach(TestSite::changed);
            print("10000 discoveries", start);
            assertEquals(NODES, site.registry.snapshot().nodes().size());
            assertUnique(site.registry.snapshot().nodes());
        }
    }

    @Test(timeout = 180_000)
    public void tenThousandNodesAreAddedInOneChange() {
        try (TestSite site = TestSite.withLan(file)) {
            List<NodeSpec> specs = new ArrayList<>(NODES);
            for (int i = 1; i <= NODES; i++) {
                specs.add(spec(i, i % 2 == 0 ? "n%04d".formatted(NODES - i) : null, null));
            }
            long start = System.nanoTime();
            assertEquals(NODES, changed(site.registry.add(specs, ROOT)).size());
            print("10000 adds", start);
            List<MacAddress> all =
                    site.registry.snapshot().nodes().stream().map(Node::mac).toList();
            start = System.nanoTime();
            changed(site.registry.set(all, to("capsule", "debian-12"), ROOT));
            print("10000 settings", start);
            assertUnique(site.registry.snapshot().nodes());
        }
        long start = System.nanoTime();
        try (TestSite site = TestSite.withLan(file)) {
            print("open with 10000 nodes", start);
            start = System.nanoTime();
            assertEquals(
                    NODES,
                    site.registry.snapshot().select("n[0000-9999]").nodes().size());
            print("select 10000 by a range", start);
            List<MacAddress> all =
                    site.registry.snapshot().nodes().stream().map(Node::mac).toList();
            start = System.nanoTime();
            changed(site.registry.delete(all, ROOT));
            print("10000 deletions", start);
            assertTrue(site.registry.snapshot().nodes().isEmpty());
        }
    }

    @Test(timeout = 180_000)
    public void threadsWorkSideBySide() throws Exception {
        try (TestSite site = TestSite.withLan(file)) {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<Boolean>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(threads.submit(work(site, i)));
            }
            for (Future<Boolean> future : futures) {
                assertTrue(future.get());
            }
            threads.shutdown();
            assertEquals(THREADS * 40, site.registry.snapshot().nodes().size());
            assertUnique(site.registry.snapshot().nodes());
        }
        try (TestSite site = TestSite.withLan(file)) {
            assertUnique(site.registry.snapshot().nodes());
            assertEquals(THREADS * 40, site.registry.snapshot().nodes().size());
        }
    }

    /** Each thread keeps 40 of its 60 nodes, and all of them quarrel for the same addresses. */
    private static Callable<Boolean> work(TestSite site, int thread) {
        return () -> {
            for (int i = 0; i < 60; i++) {
                MacAddress mac = mac(thread * 1_000 + i + 1);
                var wanted = Optional.of(Ipv4Address.of(0x0a0a_0500L + i));
                get(site.registry.discover(mac, LINK, wanted));
                Node seen = site.registry.snapshot().node(mac).orElseThrow();
                get(site.registry.set(List.of(mac), to("thread", Integer.toString(thread)), ROOT));
                get(site.registry.set(List.of(mac), to("name", "same" + i), ROOT));
                assertUnique(site.registry.snapshot().nodes());
                if (i % 3 == 0) {
                    changed(site.registry.delete(List.of(seen.mac()), ROOT));
                }
            }
            return true;
        };
    }

    private static void assertUnique(List<Node> nodes) {
        Set<Object> keys = new HashSet<>();
        for (Node node : nodes) {
            assertTrue(node.toString(), keys.add(node.mac()) && keys.add(node.name()));
            assertTrue(node.toString(), keys.add(node.address().orElseThrow()));
        }
    }

    private static void print(String what, long start) {
        System.out.printf("%s: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
    }
}
