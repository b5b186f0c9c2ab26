package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.perceus.node.internal.registry.TestSite.LINK;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.to;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.perceus.ledger.internal.store.PostgresDatabase;
import org.perceus.ledger.testing.PostgresServer;
import org.perceus.node.ChangeResult;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;

public class SharedRegistryTest {
    private static final int WAIT_SECONDS = 30;

    @ClassRule
    public static final PostgresServer SERVER = new PostgresServer();

    private String url;
    private TestSite one;
    private TestSite other;

    @Before
    public void open() throws Exception {
        url = SERVER.database();
        one = site();
        other = site();
    }

    private TestSite site() {
        TestSite site = new TestSite(new PostgresDatabase(url, "", ""), Map.of());
        site.network("lan", "10.10.0.0/16", "10.10.0.1-10.10.255.254");
        return site;
    }

    @After
    public void close() {
        one.close();
        other.close();
    }

    @Test
    public void bothAllotAndNeverGiveTheSameTwice() {
        List<CompletionStage<ChangeResult>> stages = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            stages.add((i % 2 == 0 ? one : other).registry.discover(mac(i), LINK, Optional.empty()));
        }
        Set<Object> names = new HashSet<>();
        Set<Object> addresses = new HashSet<>();
        for (CompletionStage<ChangeResult> stage : stages) {
            Node node = changed(stage).get(0);
            names.add(node.name());
            addresses.add(node.address());
        }
        assertEquals(1_000, names.size());
        assertEquals(1_000, addresses.size());
    }

    @Test
    public void aMachineThatAsksBothIsOneNode() {
        Node first = one.discover(7);
        assertEquals(first, other.discover(7));
    }

    @Test
    public void aChangeOfOneIsInTheSnapshotOfTheOther() throws Exception {
        one.discover(1);
        changed(one.registry.set(List.of(mac(1)), to("capsule", "x"), ROOT));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        Optional<String> seen = Optional.empty();
        while (seen.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(10);
            seen = other.registry.snapshot().node(mac(1)).map(node -> node.settings()
                    .get(new SettingKey("capsule")));
        }
        assertEquals(Optional.of("x"), seen);
    }

    @Test
    public void oneGoesOnWhenTheOtherIsGone() {
        one.discover(1);
        one.close();
        assertEquals(one.registry.snapshot().nodes(), List.of(other.discover(1)));
        other.discover(2);
        one = site();
        assertEquals(other.registry.snapshot().nodes(), one.registry.snapshot().nodes());
    }
}
