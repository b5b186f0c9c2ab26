package org.perceus.provisioning.internal.boot;

import static org.junit.Assert.assertEquals;

import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;

public class TreeTenantsTest {
    private final FakeJournal journal = new FakeJournal();
    private final FakeRegistry registry = new FakeRegistry().with(Samples.node());
    private final BootTracker tracker = new BootTracker(journal);
    private final TreeTenants tenants = new TreeTenants(tracker, journal, registry);

    @Before
    public void aNodeLivesOnATree() {
        assertEquals(Set.of(), tenants.trees());
        begins(1);
        tenants.moveIn(boot(1), "old");
        ready(1);
        assertEquals(Set.of("old"), tenants.trees());
    }

    @Test
    public void itLeavesItWhenItIsReadyOnAnother() {
        begins(2);
        assertEquals("whoever has its MAC can begin a boot", Set.of("old"), tenants.trees());
        tenants.moveIn(boot(2), "new");
        assertEquals(Set.of("old", "new"), tenants.trees());
        ready(2);
        assertEquals(Set.of("new"), tenants.trees());
    }

    @Test
    public void itLeavesItWhenItIsReadyWithout() {
        begins(2);
        ready(2);
        assertEquals(Set.of(), tenants.trees());
    }

    @Test
    public void aBootThatFailedLeavesItWhereItMayStillBe() {
        begins(2);
        tracker.record(boot(2), NodeState.FAILED, "failed", "no kernel");
        assertEquals(Set.of("old"), tenants.trees());
    }

    @Test
    public void nodesThatAreDeletedLiveNowhere() {
        registry.clear();
        assertEquals(Set.of(), tenants.trees());
    }

    private void begins(long number) {
        tracker.record(boot(number), NodeState.BOOTING, "firmware", "");
        journal.prove(boot(number));
    }

    private void ready(long number) {
        tracker.record(boot(number), NodeState.READY, "ready", "");
    }

    private static BootId boot(long number) {
        return new BootId(Samples.MAC, number);
    }
}
