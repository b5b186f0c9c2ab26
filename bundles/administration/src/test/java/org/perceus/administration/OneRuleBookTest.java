package org.perceus.administration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.perceus.administration.testing.AdministeredSite.ROOT;
import static org.perceus.administration.testing.AdministeredSite.refused;
import static org.perceus.administration.testing.AdministeredSite.spec;
import static org.perceus.administration.testing.AdministeredSite.target;
import static org.perceus.administration.testing.AdministeredSite.to;

import java.util.List;
import org.junit.Test;
import org.perceus.node.RegistrySnapshot;

/** What is refused for real is refused by a dry run, in the same words, and changes nothing. */
public class OneRuleBookTest extends DeedTestCase {
    private interface Trial {
        Outcome<?> with(boolean dryRun) throws InterruptedException;
    }

    @Test
    public void addressesThatNoNodeCanHaveAreNotGiven() throws InterruptedException {
        for (String address : List.of("10.10.0.255", "10.10.0.0", "10.10.0.1", "10.10.0.101", "10.77.0.1")) {
            refusedAlike(dryRun -> site.nodes.add(ROOT, spec(9, null, address), dryRun));
            refusedAlike(dryRun -> site.nodes.set(ROOT, target("n2"), to("address", address), false, dryRun));
        }
        refusedAlike(dryRun -> site.nodes.set(ROOT, target("n1"), to("address", "banana"), false, dryRun));
    }

    @Test
    public void listsWithSuchAnAddressAreNotImported() throws InterruptedException {
        for (String line : List.of("52:54:00:00:00:09,n9,10.10.0.0", "52:54:00:00:00:09,n1", "nonsense")) {
            NodeDeeds.NodeList list = new NodeDeeds.NodeList("nodes.csv", List.of("52:54:00:00:00:08,n8", line));
            Outcome.Refused<?> refused = refusedAlike(dryRun -> site.nodes.importList(ROOT, list, false, dryRun));
            assertEquals("nothing was added: nodes.csv has 1 problem", refused.reason());
            assertEquals("line 2", refused.details().get(0).substring(0, 6));
        }
    }

    @Test
    public void namesThatAreTakenAreNotGiven() throws InterruptedException {
        refusedAlike(dryRun -> site.nodes.set(ROOT, target("n1"), to("name", "n2"), false, dryRun));
        refusedAlike(dryRun -> site.nodes.set(ROOT, target("n1", "n2"), to("name", "x"), false, dryRun));
        refusedAlike(dryRun -> site.nodes.add(ROOT, spec(9, "n2", null), dryRun));
    }

    @Test
    public void groupsHaveNoNamesNorAddresses() throws InterruptedException {
        for (String key : List.of("name", "address", "group")) {
            refusedAlike(dryRun -> site.groups.set(ROOT, List.of("rack1"), to(key, "foo"), false, dryRun));
        }
    }

    @Test
    public void whatIsNotInstalledIsNotSet() throws InterruptedException {
        refusedAlike(dryRun -> site.nodes.set(ROOT, target("n1"), to("capsule", "nope"), false, dryRun));
        refusedAlike(dryRun -> site.groups.set(ROOT, List.of("rack1"), to("method", "nope"), false, dryRun));
    }

    @Test
    public void nodesThatAreNotThereAreNotChanged() throws InterruptedException {
        for (NodeTarget target : List.of(target("n[1-9]"), target("n7"), target("@rack7"))) {
            refusedAlike(dryRun -> site.nodes.set(ROOT, target, to("x-a", "b"), false, dryRun));
            refusedAlike(dryRun -> site.nodes.approve(ROOT, target, dryRun));
            refusedAlike(dryRun -> site.nodes.disable(ROOT, target, dryRun));
            refusedAlike(dryRun -> site.nodes.enable(ROOT, target, dryRun));
            refusedAlike(dryRun -> site.nodes.delete(ROOT, target, dryRun));
            refusedAlike(dryRun -> site.boots.retry(ROOT, target, dryRun));
        }
        refusedAlike(dryRun -> site.nodes.replace(ROOT, "n7", "52:54:00:00:00:09", dryRun));
        refusedAlike(dryRun -> site.nodes.replace(ROOT, "n1", "52:54", dryRun));
        refusedAlike(dryRun -> site.nodes.replace(ROOT, "n*", "52:54:00:00:00:09", dryRun));
    }

    @Test
    public void whatLaterChangesStandOnIsNotUndone() throws InterruptedException {
        site.nodes.set(ROOT, target("n1"), to("x-a", "b"), false, false);
        refusedAlike(dryRun -> site.history.undo(ROOT, 1, dryRun));
        refusedAlike(dryRun -> site.history.undo(ROOT, 77, dryRun));
    }

    private Outcome.Refused<?> refusedAlike(Trial trial) throws InterruptedException {
        RegistrySnapshot before = site.site.registry.snapshot();
        Outcome.Refused<?> dry = refused(trial.with(true));
        assertEquals(dry, refused(trial.with(false)));
        assertFalse(dry.reason().isBlank());
        assertEquals(before, site.site.registry.snapshot());
        return dry;
    }
}
