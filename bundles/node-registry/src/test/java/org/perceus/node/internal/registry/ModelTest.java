package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.perceus.node.internal.registry.TestSite.LINK;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.to;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.testing.WatchedDatabase;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;

/** Random changes, some of which the disk refuses: the snapshot always shows what was acknowledged, and nothing else. */
public class ModelTest {
    private static final int STEPS = 400;
    private static final int MACS = 12;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final AtomicBoolean broken = new AtomicBoolean();
    private final Map<MacAddress, Node> model = new TreeMap<>();

    @Test
    public void showsWhatWasAcknowledged() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TestSite site = open();
        for (int step = 0; step < STEPS; step++) {
            broken.set(random.nextInt(6) == 0);
            boolean deletes = random.nextInt(5) == 0;
            CompletionStage<ChangeResult> stage =
                    deletes ? site.registry.delete(macs(random), ROOT) : change(site, random);
            ChangeResult result = TestSite.get(stage.exceptionally(failure -> null));
            broken.set(false);
            if (result instanceof Changed changed) {
                changed.nodes().forEach(node -> model.put(node.mac(), node));
                changed.nodes().stream().filter(node -> deletes).forEach(node -> model.remove(node.mac()));
            }
            assertMatches("seed " + seed + " step " + step, site);
            if (random.nextInt(40) == 0) {
                site.close();
                site = open();
                assertMatches("seed " + seed + " reopened at " + step, site);
            }
        }
        site.close();
    }

    private static CompletionStage<ChangeResult> change(TestSite site, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> site.registry.discover(macs(random).get(0), LINK, Optional.empty());
            case 1 -> site.registry.add(specs(random), ROOT);
            case 2 -> site.registry.approve(macs(random), ROOT);
            case 3 -> site.registry.set(macs(random), to("name", "m" + random.nextInt(MACS)), ROOT);
            case 4 ->
                site.registry.set(
                        macs(random),
                        to("address", random.nextBoolean() ? null : "10.10.0." + random.nextInt(16)),
                        ROOT);
            default -> site.registry.set(macs(random), to("key", "v" + random.nextInt(3)), ROOT);
        };
    }

    private static List<MacAddress> macs(Random random) {
        List<MacAddress> macs = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            macs.add(mac(1 + random.nextInt(MACS)));
        }
        return macs;
    }

    private static List<NodeSpec> specs(Random random) {
        return macs(random).stream()
                .map(mac -> new NodeSpec(
                        mac,
                        Optional.of(new Name("n000" + random.nextInt(9))).filter(name -> random.nextBoolean()),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    private void assertMatches(String where, TestSite site) {
        List<Node> expected =
                model.values().stream().sorted(Comparator.comparing(Node::name)).toList();
        assertEquals(where, expected, site.registry.snapshot().nodes());
        for (Node node : expected) {
            assertEquals(where, Optional.of(node), site.registry.snapshot().node(node.name()));
            node.address()
                    .ifPresent(address -> assertEquals(
                            where, Optional.of(node), site.registry.snapshot().node(address)));
        }
    }

    private TestSite open() {
        Path file = folder.getRoot().toPath().resolve("r.db");
        TestSite site = new TestSite(new WatchedDatabase(file, this::fragile), Map.of());
        site.network("lan", "10.10.0.0/24", "10.10.0.2-10.10.0.9");
        return site;
    }

    private Connection fragile(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && broken.get()) {
                        throw new SQLException("disk full");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
