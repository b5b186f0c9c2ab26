package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;

public class AlterationTest {
    private static final SettingKey CAPSULE = new SettingKey("capsule");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;

    @Before
    public void open() {
        site = TestSite.withLan(folder.getRoot().toPath().resolve("r.db"));
        changed(site.registry.add(
                List.of(spec(1, "a", "10.10.1.1"), spec(2, "b", "10.10.1.2"), spec(3, "c", "10.10.1.3")), ROOT));
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void changesNameAddressAndGroup() {
        Node node = changed(site.registry.set(
                        List.of(mac(1)),
                        Map.of(
                                new SettingKey("name"), Optional.of("Login"),
                                new SettingKey("address"), Optional.of("10.10.1.9"),
                                new SettingKey("group"), Optional.of("service")),
                        ROOT))
                .get(0);
        RegistrySnapshot snapshot = site.registry.snapshot();
        assertEquals(Optional.of(node), snapshot.node(new Name("login")));
        assertEquals(Optional.empty(), snapshot.node(new Name("a")));
        assertEquals("10.10.1.9", node.address().orElseThrow().toString());
        assertTrue(snapshot.groups().containsKey(new Name("service")));
        assertTrue(node.settings().isEmpty());
    }

    @Test
    public void emptyValuesRemove() {
        set(1, "capsule", "x");
        set(1, "group", "rack1");
        assertTrue(set(1, "capsule", null).settings().isEmpty());
        assertEquals(Optional.empty(), set(1, "address", null).address());
        assertEquals(new Name("default"), set(1, "group", null).group());
        assertFalse(site.registry.snapshot().groups().containsKey(new Name("rack1")));
    }

    @Test
    public void settingsComeFromTheNodeElseItsGroupElseTheSite() {
        site.registry.modified(Map.of("setting.capsule", "of-site", "setting.method", "nfs-root"));
        assertEquals(Optional.of("of-site"), setting());
        changed(site.registry.setGroups(List.of(new Name("default")), to("capsule", "of-group"), ROOT));
        assertEquals(Optional.of("of-group"), setting());
        set(1, "capsule", "of-node");
        assertEquals(Optional.of("of-node"), setting());
        assertEquals(
                "{capsule=of-node, method=nfs-root}",
                site.registry.snapshot().settings(node(1)).toString());
        set(1, "capsule", null);
        changed(site.registry.setGroups(List.of(new Name("default")), to("capsule", null), ROOT));
        assertEquals(Optional.of("of-site"), setting());
    }

    @Test
    public void rejectsWhatIsTakenOrMalformed() {
        assertRejected("The name b belongs to 52:54:00:00:00:02 already", "name", "b");
        assertRejected("10.10.1.2 belongs to node b already", "address", "10.10.1.2");
        assertRejected("10.9.1.2 is in no provisioning network: there is lan 10.10.0.0/16", "address", "10.9.1.2");
        assertRejected("Node a cannot be without a name: give another", "name", null);
        assertRejected("The value of 'x' has a line break or a control character: write one line of text", "x", "a\nb");
        assertRejected("The value of 'x' has 8193 characters: use at most 8192", "x", "a".repeat(8193));
        assertRejected("The value of 'x' is not proper Unicode text", "x", "a\ud800");
        assertTrue(rejected(site.registry.set(List.of(mac(1)), to("group", "no group"), ROOT))
                .contains("is not a name"));
    }

    @Test
    public void allOrNothing() {
        List<MacAddress> withStranger = List.of(mac(1), mac(2), mac(99));
        String missing = "No node has the MAC address 52:54:00:00:00:63";
        assertEquals(missing, rejected(site.registry.set(withStranger, to("capsule", "x"), ROOT)));
        assertEquals(missing, rejected(site.registry.approve(withStranger, ROOT)));
        assertEquals(missing, rejected(site.registry.delete(withStranger, ROOT)));
        assertEquals(
                "The name of 2 nodes cannot be the same: set it for one node at a time",
                rejected(site.registry.set(List.of(mac(1), mac(2)), to("name", "x"), ROOT)));
        assertEquals(3, site.registry.snapshot().nodes().size());
        assertTrue(node(1).settings().isEmpty());
    }

    @Test
    public void groupsHaveSettingsWithoutNodes() {
        Name rack = new Name("rack9");
        changed(site.registry.setGroups(List.of(rack), to("capsule", "x"), ROOT));
        assertEquals("x", site.registry.snapshot().groups().get(rack).get(CAPSULE));
        changed(site.registry.setGroups(List.of(rack), to("capsule", null), ROOT));
        assertFalse(site.registry.snapshot().groups().containsKey(rack));
        assertEquals(
                "The name belongs to a node: a group cannot give it to its members",
                rejected(site.registry.setGroups(List.of(rack), to("name", "x"), ROOT)));
        rejected(site.registry.setGroups(List.of(rack), to("x", "a\u0007"), ROOT));
    }

    @Test
    public void approvesInTheOrderOfTheRequest() {
        site.registry.modified(Map.of("approve", "manual"));
        Node waiting = site.discover(7);
        assertFalse(waiting.approved());
        List<Node> approved = changed(site.registry.approve(List.of(mac(7), mac(1), mac(7)), ROOT));
        assertEquals(List.of(node(7), node(1)), approved);
        assertTrue(node(7).approved());
    }

    @Test
    public void deletedNodesAreGone() {
        Node gone = changed(site.registry.delete(List.of(mac(1)), ROOT)).get(0);
        RegistrySnapshot snapshot = site.registry.snapshot();
        assertEquals(new Name("a"), gone.name());
        assertEquals(Optional.empty(), snapshot.node(mac(1)));
        assertEquals(Optional.empty(), snapshot.node(gone.name()));
        assertEquals(Optional.empty(), snapshot.node(gone.address().orElseThrow()));
        assertEquals(2, snapshot.nodes().size());
    }

    private Node set(long mac, String key, String value) {
        return changed(site.registry.set(List.of(mac(mac)), to(key, value), ROOT))
                .get(0);
    }

    private void assertRejected(String reason, String key, String value) {
        assertEquals(reason, rejected(site.registry.set(List.of(mac(1)), to(key, value), ROOT)));
    }

    private Optional<String> setting() {
        return site.registry.snapshot().setting(node(1), CAPSULE);
    }

    private Node node(long mac) {
        return site.registry.snapshot().node(mac(mac)).orElseThrow();
    }
}
