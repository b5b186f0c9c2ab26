package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.node.ChangeResult;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;

public class SnapshotTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;

    @Before
    public void open() {
        site = TestSite.withLan(folder.getRoot().toPath().resolve("r.db"));
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void anOldSnapshotStaysAsItWas() {
        site.discover(1);
        RegistrySnapshot before = site.registry.snapshot();
        site.discover(2);
        changed(site.registry.delete(List.of(mac(1)), ROOT));
        changed(site.registry.setGroups(List.of(new Name("g")), to("a", "b"), ROOT));
        assertEquals(1, before.nodes().size());
        assertTrue(before.node(mac(1)).isPresent());
        assertEquals(Optional.empty(), before.node(mac(2)));
        assertEquals(1, before.groups().size());
    }

    @Test
    public void isTheSameUntilSomethingChanges() {
        site.discover(1);
        RegistrySnapshot before = site.registry.snapshot();
        assertSame(before, site.registry.snapshot());
        changed(site.registry.set(List.of(mac(1)), to("a", null), ROOT));
        assertSame("nothing was changed", before, site.registry.snapshot());
        changed(site.registry.set(List.of(mac(1)), to("a", "b"), ROOT));
        assertNotSame(before, site.registry.snapshot());
    }

    @Test
    public void nobodyCanChangeOne() {
        site.discover(1);
        RegistrySnapshot snapshot = site.registry.snapshot();
        Node node = snapshot.nodes().get(0);
        SettingKey key = new SettingKey("a");
        assertThrows(UnsupportedOperationException.class, () -> snapshot.nodes().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> snapshot.groups().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> snapshot.networks().clear());
        assertThrows(UnsupportedOperationException.class, () -> node.settings().put(key, "b"));
        assertThrows(UnsupportedOperationException.class, () -> snapshot.settings(node)
                .put(key, "b"));
    }

    @Test
    public void nodesAreInNaturalOrder() {
        changed(site.registry.add(
                List.of(spec(1, "n10", null), spec(2, "n9", null), spec(3, "a", null), spec(4, "n010", null)), ROOT));
        List<String> names = site.registry.snapshot().nodes().stream()
                .map(node -> node.name().value())
                .toList();
        assertEquals(List.of("a", "n9", "n010", "n10"), names);
    }

    @Test
    public void networksAreFoundByTheirAddresses() {
        site.network("a", "10.20.0.0/24", "10.20.0.5-10.20.0.9");
        RegistrySnapshot snapshot = site.registry.snapshot();
        assertEquals(
                List.of("a", "lan"),
                snapshot.networks().stream().map(Network::name).toList());
        assertEquals(
                Optional.of("a"),
                snapshot.network(Ipv4Address.parse("10.20.0.77")).map(Network::name));
        assertEquals(Optional.empty(), snapshot.network(Ipv4Address.parse("10.21.0.77")));
    }

    @Test
    public void groupsAreThoseWithNodesOrSettings() {
        site.discover(1);
        changed(site.registry.setGroups(List.of(new Name("empty")), to("a", "b"), ROOT));
        assertEquals(
                "{default={}, empty={a=b}}", site.registry.snapshot().groups().toString());
        changed(site.registry.delete(List.of(mac(1)), ROOT));
        assertEquals("{empty={a=b}}", site.registry.snapshot().groups().toString());
    }

    @Test
    public void policyAndNetworksChangeWithoutTheNodes() {
        Node node = site.discover(1);
        site.registry.modified(Map.of("setting.capsule", "rocky-9"));
        site.network("a", "10.20.0.0/24", "10.20.0.5-10.20.0.9");
        RegistrySnapshot snapshot = site.registry.snapshot();
        assertEquals(List.of(node), snapshot.nodes());
        assertEquals(Optional.of("rocky-9"), snapshot.setting(node, new SettingKey("capsule")));
        assertEquals(2, snapshot.networks().size());
    }

    @Test
    public void tooManyChangesAtOnceAreRejectedAndTheOthersMade() {
        CountDownLatch hold = new CountDownLatch(1);
        site.store.submit(session -> {
            try {
                hold.await();
                return null;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        List<CompletionStage<ChangeResult>> stages = new ArrayList<>();
        // some may have left the queue for the group that is held up
        for (int i = 0; i < 32_768 + 4_097; i++) {
            stages.add(site.registry.setGroups(List.of(new Name("g")), Map.of(), ROOT));
        }
        var last = stages.get(stages.size() - 1);
        assertEquals("32768 changes are waiting for the database: try again in a moment", rejected(last));
        hold.countDown();
        changed(stages.get(0));
        // until the queue has had room again
        changed(stages.get(32_767));
        site.discover(1);
    }
}
