package org.perceus.administration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.perceus.administration.testing.AdministeredSite.ROOT;
import static org.perceus.administration.testing.AdministeredSite.done;
import static org.perceus.administration.testing.AdministeredSite.mac;
import static org.perceus.administration.testing.AdministeredSite.refused;
import static org.perceus.administration.testing.AdministeredSite.spec;
import static org.perceus.administration.testing.AdministeredSite.target;
import static org.perceus.administration.testing.AdministeredSite.to;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;

public class NodeDeedsTest extends DeedTestCase {
    @Test
    public void aDryRunDecidesAndChangesNothing() throws InterruptedException {
        List<Node> before = site.site.registry.snapshot().nodes();
        Node would = done(site.nodes.add(ROOT, spec(9, null, null), true));
        done(site.nodes.set(ROOT, target("n1"), to("x-a", "b"), false, true));
        done(site.nodes.disable(ROOT, target("n1"), true));
        done(site.nodes.delete(ROOT, target("n*"), true));
        done(site.groups.set(ROOT, List.of("rack1"), to("x-a", "b"), false, true));
        done(site.boots.retry(ROOT, target("n1"), true));
        assertEquals(before, site.site.registry.snapshot().nodes());
        assertEquals(would, done(site.nodes.add(ROOT, spec(9, null, null), false)));
    }

    @Test
    public void thoseOfARangeThatAreThereAreTakenWhenAskedFor() throws InterruptedException {
        Outcome<NodeDeeds.Applied> outcome =
                site.nodes.set(ROOT, new NodeTarget.Named(List.of("n[1-5]"), true), to("x-a", "b"), false, false);
        assertEquals(3, done(outcome).nodes().size());
        assertEquals(List.of("n4, n5 are no nodes"), ((Outcome.Done<?>) outcome).remarks());
        assertEquals(
                "nothing was changed: n4, n5 are no nodes; to take the others alone, use --existing",
                refused(site.nodes.delete(ROOT, target("n[1-5]"), false)).reason());
    }

    @Test
    public void aSettingThatHasNoEffectIsRemarked() throws InterruptedException {
        site.nodes.set(ROOT, target("n1"), to("x-a", "b"), false, false);
        Outcome<NodeDeeds.Applied> forced = site.nodes.set(ROOT, target("n1"), to("capsule", "nope"), true, false);
        assertEquals("nope", done(forced).nodes().get(0).settings().get(new SettingKey("capsule")));
        assertFalse(done(forced).before().node(mac(1)).orElseThrow().settings().containsKey(new SettingKey("capsule")));
    }

    @Test
    public void nodesAreDisabledAndThoseThatAreAreEnabled() throws InterruptedException {
        done(site.nodes.disable(ROOT, target("n1"), false));
        assertEquals("none", site.node("n1").settings().get(new SettingKey("boot")));
        done(site.groups.set(ROOT, List.of("rack1"), to("boot", "none"), false, false));
        assertEquals(3, done(site.nodes.enable(ROOT, target("n*"), false)).size());
        assertEquals("provision", site.node("n2").settings().get(new SettingKey("boot")));
        assertEquals(List.of(), done(site.nodes.enable(ROOT, target("n*"), false)));
    }

    @Test
    public void thoseThatWaitAreApproved() throws InterruptedException {
        Node found = site.site.discover(9);
        site.keys.put(found.mac(), "SHA256:abc");
        NodeDeeds.Approved approved = done(site.nodes.approve(ROOT, target("n*"), false));
        assertEquals(List.of(found.mac()), macs(approved.nodes()));
        assertEquals(Map.of(found.mac(), "SHA256:abc"), approved.keys());
        assertEquals(
                List.of(), done(site.nodes.approve(ROOT, target("n*"), false)).nodes());
    }

    @Test
    public void aMachineThatWasFoundTakesThePlaceOfANode() throws InterruptedException {
        Node found = site.site.discover(9);
        String key = "SHA256:" + "a".repeat(43);
        done(site.nodes.set(ROOT, target("n1"), to("key", key), false, false));
        NodeDeeds.Replaced replaced =
                done(site.nodes.replace(ROOT, "n1", found.name().value().toUpperCase(), false));
        assertEquals(found.mac(), replaced.by());
        assertEquals(Optional.of(found), replaced.gone());
        assertEquals(found.mac(), site.node("n1").mac());
        assertEquals(
                "the key stays with the old machine",
                null,
                site.node("n1").settings().get(new SettingKey("key")));
        assertTrue(refused(site.nodes.replace(ROOT, "n*", "52:54:00:00:00:77", false))
                .misused());
    }

    @Test
    public void whatWasShownIsDeletedAndNothingElse() throws InterruptedException {
        NodeTarget shown = new NodeTarget.Exact(macs(done(site.nodes.delete(ROOT, target("n*"), true))));
        done(site.nodes.add(ROOT, spec(9, "n9", null), false));
        assertEquals(3, done(site.nodes.delete(ROOT, shown, false)).size());
        assertEquals(mac(9), site.node("n9").mac());
        assertEquals(
                "nothing was changed: there is no node " + mac(1) + " any more",
                refused(site.nodes.delete(ROOT, shown, false)).reason());
    }

    @Test
    public void aListIsImportedAndUpdated() throws InterruptedException {
        NodeDeeds.NodeList list = new NodeDeeds.NodeList(
                "list", List.of("mac,name,x-rack", mac(1) + ",,7", mac(2) + ",n2,", mac(9) + ",n9,"));
        assertEquals(
                2,
                refused(site.nodes.importList(ROOT, list, false, false))
                        .details()
                        .size());
        NodeDeeds.Imported imported = done(site.nodes.importList(ROOT, list, true, false));
        assertEquals(List.of(mac(9)), macs(imported.added()));
        assertEquals(List.of(mac(1)), macs(imported.changed()));
        assertEquals(1, imported.same());
        assertEquals("7", site.node("n1").settings().get(new SettingKey("x-rack")));
    }

    @Test
    public void allThatIsWrongWithAListIsTold() throws InterruptedException {
        List<String> lines = new ArrayList<>(Collections.nCopies(5_000, "52:54:nonsense"));
        lines.add(0, "52:54:00:00:00:08,n1,10.10.0.101");
        Outcome.Refused<?> refused =
                refused(site.nodes.importList(ROOT, new NodeDeeds.NodeList("list", lines), false, false));
        assertEquals("nothing was added: list has " + refused.details().size() + " problems", refused.reason());
        assertTrue(refused.details().size() > 5_000);
        assertEquals(
                "list has no nodes: write one line MAC,name,address,group for each",
                refused(site.nodes.importList(ROOT, new NodeDeeds.NodeList("list", List.of("# no")), false, false))
                        .reason());
    }

    private static List<MacAddress> macs(List<Node> nodes) {
        return nodes.stream().map(Node::mac).toList();
    }
}
