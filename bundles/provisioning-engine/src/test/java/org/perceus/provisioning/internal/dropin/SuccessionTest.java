package org.perceus.provisioning.internal.dropin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.folder.Refusal;
import org.perceus.provisioning.internal.image.TestWorkshop;
import org.perceus.provisioning.internal.module.FakeModules;
import org.perceus.provisioning.internal.module.FakeService;
import org.perceus.provisioning.internal.plan.Demand;
import org.perceus.vnfs.Progress;

public class SuccessionTest {
    private static final long OLD = 1;
    private static final long NEW = 2;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeRegistry registry = new FakeRegistry();
    private TestWorkshop site;
    private Succession succession;

    @Before
    public void start() throws Exception {
        site = new TestWorkshop(folder.getRoot().toPath());
        site.modules.withDefaults();
        site.library.with(Samples.capsule("debian-12@1", 'c'));
        registry.with(Samples.node("capsule", "debian-12"));
        Demand demand = new Demand("stateless-ram", registry, site.library);
        succession = new Succession(site.modules.registry(), site.workshop(), demand);
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void aNewVersionBuildsWhatNodesHaveOfTheOld() throws Exception {
        site.prepare("debian-12@1", "stateless-ram");
        newVersionComes();
        site.packer.hold();
        assertTrue(succession.obstacle(NEW).orElseThrow().startsWith("its image of debian-12@1 is being built: "));
        site.packer.awaitHalfWay();
        assertEquals(Optional.of("its image of debian-12@1 is being built: packing 50 %"), succession.obstacle(NEW));
        assertEquals("nodes get the old one meanwhile", Optional.empty(), succession.obstacle(OLD));
        site.packer.release();
        succession.complete(NEW, Progress.none());
        assertEquals(Optional.empty(), succession.obstacle(NEW));
        assertEquals(2, site.packer.packed());
    }

    @Test
    public void whoeverWaitsForItHearsHowFarItIs() throws Exception {
        site.prepare("debian-12@1", "stateless-ram");
        newVersionComes();
        List<String> heard = new CopyOnWriteArrayList<>();
        succession.complete(NEW, (task, done, total) -> heard.add(task + " " + done));
        assertEquals(List.of("packing 50", "packing 100"), heard);
    }

    @Test
    public void whatCannotBeBuiltIsSaid() throws Exception {
        site.prepare("debian-12@1", "stateless-ram");
        newVersionComes();
        site.packer.failWith("the disk is full");
        String reason = "debian-12@1 for stateless-ram 2.0.0 cannot be built: "
                + "the root of debian-12@1 cannot be published: the disk is full";
        Refusal refusal = assertThrows(Refusal.class, () -> succession.complete(NEW, Progress.none()));
        assertEquals(reason, refusal.getMessage());
        assertEquals(Optional.of(reason), succession.obstacle(NEW));
    }

    @Test
    public void whatNodesCannotHaveNowNeedNotBeBuilt() throws Exception {
        newVersionComes();
        assertEquals(Optional.empty(), succession.obstacle(NEW));
        succession.complete(NEW, Progress.none());
        assertEquals(0, site.packer.packed());
    }

    @Test
    public void whatNoNodeIsToGetNeedNotBeBuilt() throws Exception {
        site.prepare("debian-12@1", "stateless-ram");
        newVersionComes();
        registry.clear();
        assertEquals(Optional.empty(), succession.obstacle(NEW));
    }

    @Test
    public void theOnlyOneOfItsNameHasNoneToFollow() throws Exception {
        site.prepare("debian-12@1", "stateless-ram");
        site.modules.remove(1);
        newVersionComes();
        assertEquals(Optional.empty(), succession.obstacle(NEW));
    }

    private void newVersionComes() {
        site.modules.add(new FakeService("stateless-ram", 8).version("2.0.0").bundle(NEW), new FakeModules.Method());
    }
}
