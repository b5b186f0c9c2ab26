package org.perceus.administration.internal.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.administration.testing.AdministeredSite.ROOT;
import static org.perceus.administration.testing.AdministeredSite.done;
import static org.perceus.administration.testing.AdministeredSite.mac;
import static org.perceus.administration.testing.AdministeredSite.refused;
import static org.perceus.administration.testing.AdministeredSite.spec;
import static org.perceus.administration.testing.AdministeredSite.target;
import static org.perceus.administration.testing.AdministeredSite.to;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Before;
import org.junit.Test;
import org.perceus.administration.HistoryDeeds;
import org.perceus.administration.NodeDeeds;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.internal.registry.MemoryRegistry;

public class NodePartsTest {
    private static final String ENGINE =
            "the provisioning engine is not running: the container's log (data/log) says why";

    private final NodeParts parts = new NodeParts();
    private final DeedRunner runner = new DeedRunner(who -> Optional.empty());
    private final NodeDeeds nodes = new RegistryNodeDeeds(runner, parts);
    private final HistoryDeeds history = new LedgerHistoryDeeds(runner, parts);
    private final MemoryRegistry registry = new MemoryRegistry(Map.of());

    @Test
    public void aPartThatIsNotRunningIsNamed() throws InterruptedException {
        String said = "the node registry is not running: the container's log (data/log) says why";
        for (Outcome<?> outcome : List.of(
                nodes.add(ROOT, spec(1, "n1", null), true),
                nodes.delete(ROOT, target("n1"), false),
                history.list(ROOT, List.of(), 9, 9))) {
            assertEquals(Outcome.refused(said), outcome);
        }
    }

    @Before
    public void fill() {
        registry.put(node());
    }

    @Test
    public void whatNeedsNoOtherPartIsDone() throws InterruptedException {
        parts.bindRegistry(registry.nodes());
        parts.bindAdmin(registry.admin());
        done(nodes.disable(ROOT, target("n1"), false));
        assertEquals(
                ENGINE,
                refused(nodes.set(ROOT, target("n1"), to("x-a", "b"), false, false))
                        .reason());
        done(nodes.set(ROOT, target("n1"), to("x-a", "b"), true, false));
        assertEquals(2, registry.authors().size());
    }

    @Test
    public void aReplacementThatCameFirstStays() throws InterruptedException {
        MemoryRegistry before = new MemoryRegistry(Map.of());
        before.put(node());
        parts.bindRegistry(before.nodes());
        parts.bindAdmin(before.admin());
        parts.bindRegistry(registry.nodes());
        parts.bindAdmin(registry.admin());
        parts.unbindRegistry(before.nodes());
        parts.unbindAdmin(before.admin());
        done(nodes.disable(ROOT, target("n1"), false));
        assertTrue(before.authors().isEmpty());
        assertEquals(1, registry.authors().size());
    }

    private static Node node() {
        return new Node(mac(1), new Name("n1"), new Name("rack1"), Optional.empty(), true, new TreeMap<>());
    }
}
