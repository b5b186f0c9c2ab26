package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;

public class ReplacementTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private TestSite site;

    @Before
    public void open() {
        file = folder.getRoot().toPath().resolve("r.db");
        site = TestSite.withLan(file);
        changed(site.registry.add(List.of(spec(1, "a", "10.10.1.1"), spec(2, "b", "10.10.1.2")), ROOT));
        changed(site.registry.set(List.of(mac(1)), to("method", "hybrid"), ROOT));
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void allOfTheNodeStaysButItsMachine() {
        Node before = site.registry.snapshot().node(mac(1)).orElseThrow();
        Node after = changed(site.registry.replace(mac(1), mac(7), ROOT)).get(0);
        Node expected =
                new Node(mac(7), before.name(), before.group(), before.address(), before.approved(), before.settings());
        assertEquals(expected, after);
        site.close();
        site = TestSite.withLan(file);
        RegistrySnapshot snapshot = site.registry.snapshot();
        assertEquals(Optional.of(expected), snapshot.node(mac(7)));
        assertEquals(Optional.of(expected), snapshot.node(new Name("a")));
        assertEquals(expected.address().flatMap(snapshot::node), Optional.of(expected));
        assertEquals(Optional.empty(), snapshot.node(mac(1)));
        assertEquals(2, snapshot.nodes().size());
    }

    @Test
    public void aNodeThatTheNewMachineWasFoundAsGoes() {
        Node found = changed(site.registry.discover(mac(9), TestSite.LINK, Optional.empty()))
                .get(0);
        changed(site.registry.replace(mac(1), mac(9), ROOT));
        RegistrySnapshot snapshot = site.registry.snapshot();
        assertEquals(new Name("a"), snapshot.node(mac(9)).orElseThrow().name());
        assertEquals(Optional.empty(), snapshot.node(found.name()));
        assertEquals(Optional.empty(), found.address().flatMap(snapshot::node));
        Node next = changed(site.registry.discover(mac(10), TestSite.LINK, Optional.empty()))
                .get(0);
        assertEquals("its name and address are free again", found.name(), next.name());
        assertEquals(found.address(), next.address());
    }

    @Test
    public void aNodeThatSomethingWasSetForIsNotGivenUp() {
        assertEquals(
                mac(1) + " is node a, which has settings of its own: delete it first if it is to be given up",
                rejected(site.registry.replace(mac(2), mac(1), ROOT)));
        assertEquals(
                mac(1) + " is the machine of node a already", rejected(site.registry.replace(mac(1), mac(1), ROOT)));
        assertEquals("No node has the MAC address " + mac(5), rejected(site.registry.replace(mac(5), mac(6), ROOT)));
        assertEquals(2, site.registry.snapshot().nodes().size());
    }
}
