package org.perceus.administration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.administration.testing.AdministeredSite.ROOT;
import static org.perceus.administration.testing.AdministeredSite.done;
import static org.perceus.administration.testing.AdministeredSite.refused;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.Test;
import org.perceus.provisioning.PreviewResult;

public class PreviewDeedsTest extends DeedTestCase {
    private static final PreviewResult SHARES = new PreviewResult.Shares(List.of());

    @Test
    public void aNodeThatWouldWaitIsRefusedWithTheReason() throws InterruptedException {
        assertEquals(SHARES, done(site.deeds.previews().shares(ROOT, "n1")));
        site.preview = node -> new PreviewResult.Waits(node.name() + " is not approved");
        assertEquals(
                "n1 would have to wait: n1 is not approved",
                refused(site.deeds.previews().shares(ROOT, "n1")).reason());
        assertTrue(refused(site.deeds.previews().shares(ROOT, "n*")).misused());
    }

    @Test
    public void whoRefusesIsAskedAgain() throws InterruptedException {
        Queue<PreviewResult> answers = new ArrayDeque<>(List.of(new PreviewResult.Refused("scripts: not yet"), SHARES));
        site.preview = node -> answers.remove();
        assertEquals(SHARES, done(site.deeds.previews().shares(ROOT, "n1")));
    }

    @Test
    public void allNodesAreTried() throws InterruptedException {
        List<PreviewDeeds.Preview> all = done(site.deeds.previews().all(ROOT, List.of()));
        assertEquals(3, all.size());
        assertEquals("n1", all.get(0).node().name().value());
        assertEquals(1, done(site.deeds.previews().all(ROOT, List.of("n2"))).size());
    }
}
