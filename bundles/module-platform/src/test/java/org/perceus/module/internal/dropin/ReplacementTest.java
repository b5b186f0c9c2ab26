package org.perceus.module.internal.dropin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.module.BuildProgress;
import org.perceus.module.CapsuleContent;
import org.perceus.module.internal.folder.Refusal;
import org.perceus.module.internal.image.ImageSite;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;

public class ReplacementTest {
    private static final long OLD = 1;
    private static final long NEW = 2;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Set<CapsuleContent> required = ConcurrentHashMap.newKeySet();
    private ImageSite site;
    private Replacement replacement;

    @Before
    public void start() throws Exception {
        site = new ImageSite(folder.getRoot().toPath());
        site.modules.withDefaults();
        required.add(site.store.add(site.store.capsule("debian-12@1", 'c')));
        replacement = new Replacement(site.modules.registry(), site.builder(), method -> required);
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void aNewVersionBuildsWhatNodesHaveOfTheOld() throws Exception {
        site.prepare("debian-12@1", "stateless-ram");
        newVersionComes();
        site.store.hold();
        assertTrue(replacement.obstacle(NEW).orElseThrow().startsWith("its image of debian-12@1 is being built: "));
        site.store.awaitHalfWay();
        assertEquals(Optional.of("its image of debian-12@1 is being built: packing 50 %"), replacement.obstacle(NEW));
        assertEquals("nodes get the old one meanwhile", Optional.empty(), replacement.obstacle(OLD));
        site.store.release();
        replacement.complete(NEW, BuildProgress.none());
        assertEquals(Optional.empty(), replacement.obstacle(NEW));
        assertEquals(2, site.store.packed());
    }

    @Test
    public void whoeverWaitsForItHearsHowFarItIs() throws Exception {
        site.prepare("debian-12@1", "stateless-ram");
        newVersionComes();
        List<String> heard = new CopyOnWriteArrayList<>();
        replacement.complete(NEW, (task, done, total) -> heard.add(task + " " + done));
        assertEquals(List.of("packing 50", "packing 100"), heard);
    }

    @Test
    public void whatCannotBeBuiltIsSaid() throws Exception {
        site.prepare("debian-12@1", "stateless-ram");
        newVersionComes();
        site.store.failWith("the disk is full");
        String reason = "debian-12@1 for stateless-ram 2.0.0 cannot be built: "
                + "the root of debian-12@1 cannot be published: the disk is full";
        Refusal refusal = assertThrows(Refusal.class, () -> replacement.complete(NEW, BuildProgress.none()));
        assertEquals(reason, refusal.getMessage());
        assertEquals(Optional.of(reason), replacement.obstacle(NEW));
    }

    @Test
    public void whatNodesCannotHaveNowNeedNotBeBuilt() throws Exception {
        newVersionComes();
        assertEquals(Optional.empty(), replacement.obstacle(NEW));
        replacement.complete(NEW, BuildProgress.none());
        assertEquals(0, site.store.packed());
    }

    @Test
    public void whatNoNodeIsToGetNeedNotBeBuilt() throws Exception {
        site.prepare("debian-12@1", "stateless-ram");
        newVersionComes();
        required.clear();
        assertEquals(Optional.empty(), replacement.obstacle(NEW));
    }

    @Test
    public void theOnlyOneOfItsNameHasNoneToFollow() throws Exception {
        site.prepare("debian-12@1", "stateless-ram");
        site.modules.remove(1);
        newVersionComes();
        assertEquals(Optional.empty(), replacement.obstacle(NEW));
    }

    private void newVersionComes() {
        site.modules.add(new FakeService("stateless-ram", 8).version("2.0.0").bundle(NEW), new FakeModules.Method());
    }
}
