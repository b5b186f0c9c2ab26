package org.perceus.administration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.administration.testing.AdministeredSite.ROOT;
import static org.perceus.administration.testing.AdministeredSite.done;
import static org.perceus.administration.testing.AdministeredSite.mac;
import static org.perceus.administration.testing.AdministeredSite.refused;
import static org.perceus.administration.testing.AdministeredSite.target;
import static org.perceus.administration.testing.AdministeredSite.to;

import java.util.List;
import org.junit.Test;
import org.perceus.ledger.internal.retention.Sweeps;
import org.perceus.node.HistoryEntry;
import org.perceus.node.Node;

public class HistoryDeedsTest extends DeedTestCase {
    private static final Administrator JANE =
            new Administrator(new Account("jane", Account.Origin.SYSTEM), "perceus node set x-a=b n[1-2]", "as agreed");

    @Test
    public void tellsWhoChangedWhatHowAndWhy() throws InterruptedException {
        done(site.nodes.set(JANE, target("n[1-2]"), to("x-a", "b"), false, false));
        HistoryEntry newest = list("n1").get(0);
        assertEquals(JANE.author(), newest.author());
        assertEquals("as agreed", newest.author().why());
        assertEquals(2, newest.things());
        assertEquals(2, done(site.history.show(ROOT, newest.id())).altered().size());
    }

    @Test
    public void isOfTheNodesThatAreNamed() throws InterruptedException {
        done(site.nodes.set(JANE, target("n1"), to("x-a", "b"), false, false));
        assertEquals(4, list().size());
        assertEquals(2, list("n1").size());
        assertEquals(3, list("n[1-2]").size());
        assertEquals(1, done(site.history.list(ROOT, List.of(), 4, 1)).size());
        assertEquals(3, done(site.history.list(ROOT, List.of(), 4, 10)).get(0).id());
    }

    @Test
    public void ofANodeThatIsGoneItIsFoundByTheMac() throws InterruptedException {
        done(site.nodes.delete(ROOT, target("n1"), false));
        assertEquals(2, list(mac(1).toString()).size());
        assertEquals(
                "No node is named n1",
                refused(site.history.list(ROOT, List.of("n1"), 9, 9)).reason());
    }

    @Test
    public void isBounded() throws InterruptedException {
        for (int limit : new int[] {0, -1, HistoryDeeds.LONGEST + 1}) {
            assertTrue(refused(site.history.list(ROOT, List.of(), 9, limit)).misused());
        }
    }

    @Test
    public void anImportIsUndoneAndDoneAgain() throws InterruptedException {
        List<Node> before = site.site.registry.snapshot().nodes();
        NodeDeeds.NodeList list = new NodeDeeds.NodeList("list", List.of("52:54:00:00:00:09,n9", mac(1) + ",n77"));
        done(site.nodes.importList(ROOT, list, true, false));
        List<Node> after = site.site.registry.snapshot().nodes();
        assertEquals(4, done(site.history.undo(ROOT, 4, true)).id());
        assertEquals(after, site.site.registry.snapshot().nodes());
        done(site.history.undo(ROOT, 4, false));
        assertEquals(before, site.site.registry.snapshot().nodes());
        done(site.history.undo(JANE, 5, false));
        assertEquals(after, site.site.registry.snapshot().nodes());
        assertEquals("jane", list().get(0).author().who());
    }

    @Test
    public void whatIsKeptNoMoreIsSaidAtTheEndAndWhenItIsAskedFor() throws InterruptedException {
        Sweeps.begin(site.site.store, site.site.now, 730, 1)
                .toCompletableFuture()
                .join();
        String dropped =
                "changes up to 2026-11-01T12:00:00Z were dropped by historyChanges (etc/org.perceus.ledger.cfg)";
        Outcome<List<HistoryEntry>> whole = site.history.list(ROOT, List.of(), Long.MAX_VALUE, 10);
        assertEquals(1, done(whole).size());
        assertEquals(List.of(dropped), ((Outcome.Done<?>) whole).remarks());
        Outcome<List<HistoryEntry>> begin = site.history.list(ROOT, List.of(), Long.MAX_VALUE, 1);
        assertEquals(List.of(), ((Outcome.Done<?>) begin).remarks());
        String reason = "change 2 is kept no more: " + dropped;
        assertEquals(reason, refused(site.history.show(ROOT, 2)).reason());
        assertEquals(reason, refused(site.history.undo(ROOT, 2, false)).reason());
        assertEquals(reason, refused(site.history.undo(ROOT, 2, true)).reason());
        assertEquals(
                "there is no change 9: 'perceus history' lists those that there are",
                refused(site.history.show(ROOT, 9)).reason());
    }

    private List<HistoryEntry> list(String... nodes) throws InterruptedException {
        return done(site.history.list(ROOT, List.of(nodes), Long.MAX_VALUE, 100));
    }
}
