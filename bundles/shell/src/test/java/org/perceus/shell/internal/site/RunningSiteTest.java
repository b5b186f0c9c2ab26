package org.perceus.shell.internal.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Test;
import org.perceus.node.NodeRegistry;
import org.perceus.node.internal.registry.MemoryRegistry;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.testing.FakeSite;

public class RunningSiteTest {
    private final RunningSite site = new RunningSite("2.0.0");

    @Test
    public void aMissingPartIsNamed() {
        assertEquals(
                "the node registry is not running: the container's log (data/log) says why",
                assertThrows(CommandFailure.class, site::registry).getMessage());
        assertThrows(CommandFailure.class, site::boots);
        assertThrows(CommandFailure.class, site::capsules);
        assertThrows(CommandFailure.class, site::modules);
        assertEquals(Optional.empty(), site.perceusOs());
    }

    @Test
    public void aPartComesAndGoes() {
        NodeRegistry registry = new MemoryRegistry(Map.of()).nodes();
        site.bindRegistry(registry);
        assertSame(registry, site.registry());
        site.unbindRegistry(registry);
        assertThrows(CommandFailure.class, site::registry);
    }

    @Test
    public void aReplacementThatCameFirstStays() {
        NodeRegistry before = new MemoryRegistry(Map.of()).nodes();
        NodeRegistry after = new MemoryRegistry(Map.of()).nodes();
        site.bindRegistry(before);
        site.bindRegistry(after);
        site.unbindRegistry(before);
        assertSame(after, site.registry());
    }

    @Test
    public void interfacesAreOrdered() {
        site.bindInterface(FakeSite.serving("eth2"));
        site.bindInterface(FakeSite.serving("eth1"));
        assertEquals("eth1", site.interfaces().get(0).device());
    }

    @Test
    public void countersOfAllServersAreOneList() {
        site.bindCounters(() -> new TreeMap<>(Map.of("dhcp.received", 1L)));
        site.bindCounters(() -> new TreeMap<>(Map.of("http.requests", 2L)));
        assertEquals(Map.of("dhcp.received", 1L, "http.requests", 2L), site.counters());
    }
}
