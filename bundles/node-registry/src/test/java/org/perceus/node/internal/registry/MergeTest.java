package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;

public class MergeTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;

    @Before
    public void open() {
        site = TestSite.withLan(folder.getRoot().toPath().resolve("r.db"));
        changed(site.registry.add(List.of(spec(1, "a", "10.10.1.1"), spec(2, "b", "10.10.1.2")), ROOT));
        changed(site.registry.set(List.of(mac(1)), to("method", "hybrid"), ROOT));
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void whatAnEntryLeavesOutStaysAsItIs() {
        Node before = site.registry.snapshot().node(mac(1)).orElseThrow();
        assertEquals(List.of(before), merge(bare(1)));
        Node after = merge(new NodeSpec(
                        mac(1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Name("rack7")),
                        new TreeMap<>(Map.of(new SettingKey("capsule"), "x"))))
                .get(0);
        assertEquals(before.name(), after.name());
        assertEquals(before.address(), after.address());
        assertEquals(new Name("rack7"), after.group());
        assertEquals("{capsule=x, method=hybrid}", after.settings().toString());
    }

    @Test
    public void nodesThatAreNotThereAreAdded() {
        List<Node> nodes = merge(spec(1, "first", "10.10.1.9"), bare(3));
        assertEquals("first 10.10.1.9", text(nodes.get(0)));
        assertEquals(3, site.registry.snapshot().nodes().size());
        assertEquals(nodes.get(1), site.registry.snapshot().node(mac(3)).orElseThrow());
    }

    @Test
    public void aNodeMayKeepItsNameAndAddress() {
        assertEquals("a 10.10.1.1", text(merge(spec(1, "a", "10.10.1.1")).get(0)));
    }

    @Test
    public void whatAnotherNodeHasIsTaken() {
        assertEquals(
                "Entry 2: the name b belongs to " + mac(2) + " already",
                rejected(site.registry.merge(List.of(bare(1), spec(3, "b", "10.10.1.3")), ROOT)));
        assertEquals(
                "Entry 1: 10.10.1.2 belongs to node b already",
                rejected(site.registry.merge(List.of(spec(1, "a", "10.10.1.2")), ROOT)));
        assertEquals(
                "Entry 2: " + mac(1) + " is given in entry 1 already",
                rejected(site.registry.merge(List.of(bare(1), bare(1)), ROOT)));
        assertEquals(2, site.registry.snapshot().nodes().size());
    }

    @Test
    public void aNodeThatWaitsForApprovalStillDoes() {
        site.registry.modified(Map.of("approve", "manual"));
        Node found = changed(site.registry.discover(mac(9), TestSite.LINK, Optional.empty()))
                .get(0);
        assertEquals(false, merge(bare(9)).get(0).approved());
        assertEquals(found, merge(bare(9)).get(0));
    }

    private List<Node> merge(NodeSpec... specs) {
        return changed(site.registry.merge(List.of(specs), ROOT));
    }

    private static NodeSpec bare(int number) {
        return new NodeSpec(mac(number), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String text(Node node) {
        return node.name() + " " + node.address().orElseThrow();
    }
}
