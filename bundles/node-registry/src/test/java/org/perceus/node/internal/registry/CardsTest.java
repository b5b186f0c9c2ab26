package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.LINK;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Name;
import org.perceus.node.NetworkCard;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;

/** Nodes that may boot by several cards. */
public class CardsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private TestSite site;

    @Before
    public void open() {
        file = folder.getRoot().toPath().resolve("r.db");
        site = TestSite.withLan(file);
        changed(site.registry.add(List.of(spec(1, "a", "10.10.1.1"), spec(2, "b", "10.10.1.2")), ROOT));
    }

    @After
    public void close() {
        site.close();
    }

    private Node set(long node, String cards) {
        return changed(site.registry.set(List.of(mac(node)), to("cards", cards), ROOT))
                .get(0);
    }

    private String refused(long node, String cards) {
        return rejected(site.registry.set(List.of(mac(node)), to("cards", cards), ROOT));
    }

    private Optional<String> nodeOf(long card) {
        return site.registry.snapshot().nodeOf(mac(card)).map(node -> node.name()
                .value());
    }

    @Test
    public void aNodeIsFoundByEachOfItsCardsAndAddresses() {
        set(1, mac(11) + " " + mac(12) + "=10.10.1.12");
        assertEquals(Optional.of("a"), nodeOf(1));
        assertEquals(Optional.of("a"), nodeOf(11));
        assertEquals(Optional.of("a"), nodeOf(12));
        assertEquals(
                Optional.of("a"),
                site.registry.snapshot().node(Ipv4Address.parse("10.10.1.12")).map(node -> node.name()
                        .value()));
        assertEquals(
                "it has one identity",
                Optional.empty(),
                site.registry.snapshot().node(mac(11)));
        assertEquals(
                List.of(mac(1)),
                site.registry.snapshot().select(mac(11).toString()).nodes().stream()
                        .map(Node::mac)
                        .toList());
        assertEquals(2, site.registry.snapshot().nodes().size());
        set(1, null);
        assertEquals(Optional.empty(), nodeOf(11));
        assertEquals(Optional.empty(), site.registry.snapshot().node(Ipv4Address.parse("10.10.1.12")));
    }

    @Test
    public void aMachineThatAsksByAnotherOfItsCardsIsNoNewNode() {
        set(1, mac(11).toString());
        Node found =
                changed(site.registry.discover(mac(11), LINK, Optional.empty())).get(0);
        assertEquals(new Name("a"), found.name());
        assertEquals(2, site.registry.snapshot().nodes().size());
    }

    @Test
    public void cardsAndTheirAddressesAreOfOneNode() {
        set(1, mac(11) + "=10.10.1.11");
        assertTrue(refused(2, mac(11).toString()).contains("is a card of node a already"));
        assertTrue(refused(2, mac(1).toString()).contains("is a card of node a already"));
        assertTrue(refused(2, mac(2).toString()).contains("is a card of the node already"));
        assertTrue(refused(2, mac(13) + "=10.10.1.11").contains("10.10.1.11 belongs to node a already"));
        assertTrue(
                refused(2, mac(13) + "=10.10.1.13 " + mac(14) + "=10.10.1.13").contains("two cards"));
        assertTrue(refused(2, mac(13) + "=10.99.1.13").contains("10.99.1.13"));
        assertTrue(refused(2, "x").contains("is not a MAC address"));
        assertEquals(
                "Entry 1: " + mac(11) + " is a card of node a already",
                rejected(site.registry.add(List.of(spec(11, "c", "10.10.1.3")), ROOT)));
        assertTrue(rejected(site.registry.add(List.of(spec(3, "c", "10.10.1.11")), ROOT))
                .contains("10.10.1.11 belongs to node a already"));
        assertTrue(rejected(site.registry.replace(mac(2), mac(11), ROOT)).contains("is a card of node a"));
        assertTrue(rejected(site.registry.setGroups(List.of(new Name("rack")), to("cards", mac(21).toString()), ROOT))
                .contains("belongs to a node"));
    }

    @Test
    public void theAddressOfACardIsGivenToNobodyElse() {
        set(1, mac(11) + "=10.10.0.2 " + mac(12) + "=10.10.0.3");
        Node found = changed(site.registry.discover(mac(3), LINK, Optional.of(Ipv4Address.parse("10.10.0.2"))))
                .get(0);
        assertEquals("10.10.0.4", found.address().orElseThrow().toString());
    }

    @Test
    public void cardsOutliveARestartAnUndoAndOtherChanges() {
        Node one = set(1, mac(11) + "=10.10.1.11");
        changed(site.registry.set(List.of(mac(1)), to("capsule", "x"), ROOT));
        changed(site.registry.approve(List.of(mac(1)), ROOT));
        site.close();
        site = TestSite.withLan(file);
        Node again = site.registry.snapshot().nodeOf(mac(11)).orElseThrow();
        assertEquals(one.cards(), again.cards());
        assertEquals("52:54:00:00:00:0b=10.10.1.11", NetworkCard.text(again.cards()));
    }

    @Test
    public void listsOfNodesSayCardsToo() {
        List<NetworkCard> cards = NetworkCard.parse(mac(31) + "=10.10.1.31 " + mac(32));
        changed(site.registry.add(
                List.of(new NodeSpec(
                        mac(3), Optional.of(new Name("c")), Optional.empty(), Optional.empty(), none(), cards)),
                ROOT));
        assertEquals(Optional.of("c"), nodeOf(32));
        changed(site.registry.merge(List.of(spec(3, "c", "10.10.1.3")), ROOT));
        assertEquals("what is left out stays", Optional.of("c"), nodeOf(32));
        assertTrue(rejected(site.registry.add(
                        List.of(
                                spec(4, "d", "10.10.1.4"),
                                new NodeSpec(
                                        mac(5),
                                        Optional.of(new Name("e")),
                                        Optional.empty(),
                                        Optional.empty(),
                                        none(),
                                        NetworkCard.parse(mac(4).toString()))),
                        ROOT))
                .contains("is given in entry 1"));
    }

    private static SortedMap<SettingKey, String> none() {
        return new TreeMap<>();
    }
}
