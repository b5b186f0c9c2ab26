package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.node.ChangeResult;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;

public class AdditionTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;

    @Before
    public void open() {
        site = new TestSite(folder.getRoot().toPath().resolve("r.db"));
        site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.102");
        changed(site.registry.add(List.of(spec(1, "first", "10.10.0.100")), ROOT));
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void givesWhatIsLeftOut() {
        NodeSpec inGroup =
                new NodeSpec(TestSite.mac(2), Optional.empty(), Optional.empty(), Optional.of(new Name("rack1")));
        List<Node> nodes = changed(site.registry.add(List.of(inGroup, spec(3, "n0000", null)), ROOT));
        assertEquals(
                "what a later one asks for is left to it",
                new Name("n0001"),
                nodes.get(0).name());
        assertEquals(new Name("rack1"), nodes.get(0).group());
        assertEquals("10.10.0.101", nodes.get(0).address().orElseThrow().toString());
        assertEquals(new Name("default"), nodes.get(1).group());
        assertTrue(nodes.get(1).approved());
        assertTrue(site.registry.snapshot().groups().containsKey(new Name("rack1")));
    }

    @Test
    public void addressesOutsideOfThePoolAreFine() {
        changed(site.registry.add(List.of(spec(2, null, "10.10.0.7")), ROOT));
    }

    @Test
    public void rejectsWhatIsTaken() {
        assertRejected("Entry 2: 52:54:00:00:00:01 is node first already", spec(2, null, null), spec(1, null, null));
        assertRejected("Entry 1: the name first belongs to 52:54:00:00:00:01 already", spec(2, "first", null));
        assertRejected("Entry 1: 10.10.0.100 belongs to node first already", spec(2, null, "10.10.0.100"));
    }

    @Test
    public void rejectsWhatIsGivenTwice() {
        assertRejected(
                "Entry 3: 52:54:00:00:00:02 is given in entry 1 already",
                spec(2, null, null),
                spec(3, null, null),
                spec(2, null, null));
        assertRejected("Entry 2: a is given in entry 1 already", spec(2, "a", null), spec(3, "a", null));
        assertRejected(
                "Entry 2: 10.10.0.9 is given in entry 1 already",
                spec(2, null, "10.10.0.9"),
                spec(3, null, "10.10.0.9"));
    }

    @Test
    public void rejectsAddressesThatNoNodeCanHave() {
        assertRejected(
                "Entry 1: 10.11.0.1 is in no provisioning network: there is lan 10.10.0.0/24",
                spec(2, null, "10.11.0.1"));
        assertRejected(
                "Entry 1: 10.10.0.255 is the lowest or highest address of 10.10.0.0/24: use one between them",
                spec(2, null, "10.10.0.255"));
        assertRejected("Entry 1: 10.10.0.254 is the router of network lan: use another", spec(2, null, "10.10.0.254"));
    }

    @Test
    public void rejectsWhenNothingIsLeft() {
        assertRejected(
                "Entry 3: no address is left in the pools of the networks, there is lan 10.10.0.0/24",
                spec(2, null, null),
                spec(3, null, null),
                spec(4, null, null));
        site.registry.modified(Map.of("namePattern", "n#", "nameFirst", "9"));
        assertRejected("Entry 2: no name is left: all of n# are taken", spec(2, null, null), spec(3, null, null));
    }

    @Test
    public void whereThereAreSeveralNetworksANodeGetsAnAddressOfTheOneInWhichItAsks() {
        site.network("far", "10.20.0.0/24", "10.20.0.5-10.20.0.9");
        for (Node node : changed(site.registry.add(List.of(spec(2, null, null), spec(3, null, null)), ROOT))) {
            assertEquals(Optional.empty(), node.address());
        }
        assertEquals("10.10.0.101", asked(2, TestSite.LINK));
        assertEquals("10.20.0.5", asked(3, Ipv4Address.parse("10.20.0.1")));
    }

    private String asked(int mac, Ipv4Address link) {
        return changed(site.registry.discover(TestSite.mac(mac), link, Optional.empty()))
                .get(0)
                .address()
                .orElseThrow()
                .toString();
    }

    @Test
    public void tellsEverythingThatIsWrong() {
        ChangeResult result = TestSite.get(site.registry.add(
                List.of(
                        spec(2, "localhost", "10.10.0.255"),
                        spec(3, "c", "10.10.0.20"),
                        spec(1, "c", "10.10.0.20"),
                        spec(4, "first", "10.10.0.100")),
                ROOT));
        assertEquals(
                List.of(
                        "1 'localhost' is what /etc/hosts calls every machine: use another name",
                        "1 10.10.0.255 is the lowest or highest address of 10.10.0.0/24: use one between them",
                        "3 52:54:00:00:00:01 is node first already",
                        "3 c is given in 2 already",
                        "3 10.10.0.20 is given in 2 already",
                        "4 the name first belongs to 52:54:00:00:00:01 already",
                        "4 10.10.0.100 belongs to node first already"),
                ((ChangeResult.Rejected) result)
                        .objections().stream()
                                .map(objection -> objection.entry() + " " + objection.text(Integer::toString))
                                .toList());
    }

    @Test
    public void theServersOwnAddressIsNeverGiven() {
        site.own("10.10.0.101");
        assertRejected("Entry 1: 10.10.0.101 is this server's own address: use another", spec(2, null, "10.10.0.101"));
        List<Node> nodes = changed(site.registry.add(List.of(spec(2, null, null)), ROOT));
        assertEquals("10.10.0.102", nodes.get(0).address().orElseThrow().toString());
    }

    @Test
    public void aNameServerOfAnotherNetworkIsNeverGiven() {
        site.networkWith("away", "10.20.0.0/24", "10.20.0.10-10.20.0.20", "10.10.0.101");
        assertRejected(
                "Entry 1: 10.10.0.101 is a name server of network away: use another", spec(2, null, "10.10.0.101"));
        List<Node> nodes = changed(site.registry.add(List.of(spec(2, null, null)), ROOT));
        assertEquals(Optional.empty(), nodes.get(0).address());
        assertEquals("10.20.0.10", asked(2, Ipv4Address.parse("10.20.0.1")));
        Node found = changed(site.registry.discover(
                        TestSite.mac(3), TestSite.LINK, Optional.of(Ipv4Address.parse("10.10.0.101"))))
                .get(0);
        assertEquals("10.10.0.102", found.address().orElseThrow().toString());
    }

    @Test
    public void rejectsNamesThatProgramsTakeForAddresses() {
        for (String name : List.of("7", "0007", "4294967295", "0x10", "000000000001")) {
            assertRejected(
                    "Entry 1: '" + name + "' is a number, which programs take for an address: put a letter before it,"
                            + " as in n" + name,
                    spec(2, name, null));
        }
        changed(site.registry.add(List.of(spec(2, "n7", null), spec(3, "7-a", "10.10.0.7")), ROOT));
    }

    private void assertRejected(String reason, NodeSpec... specs) {
        var before = site.registry.snapshot().nodes();
        assertEquals(reason, rejected(site.registry.add(List.of(specs), ROOT)));
        assertEquals(before, site.registry.snapshot().nodes());
    }
}
