package org.perceus.module.internal.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.module.CapsuleContent;
import org.perceus.module.ModuleIdentity;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;

public class ImageSweeperTest {
    private static final Duration KEEP = Duration.ofHours(24);
    private static final String ID = "debian-12@1";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private ImageSite site;
    private CapsuleContent capsule;
    private ImageSweeper sweeper;

    @Before
    public void start() throws Exception {
        site = new ImageSite(folder.getRoot().toPath());
        site.modules.withDefaults();
        capsule = site.store.add(site.store.capsule(ID, 'c'));
        site.prepare("debian-12@1", "stateless-ram");
        sweeper =
                new ImageSweeper(site.builder().catalog(), site.store, site.modules.registry(), () -> KEEP, site.clock);
    }

    @After
    public void stop() throws Exception {
        sweeper.stop();
        site.close();
    }

    @Test
    public void whatNodesCanGetIsKept() throws Exception {
        sweepFor(KEEP.multipliedBy(3));
        assertEquals(List.of("1.0.0"), versions());
        site.modules.remove(1);
        sweepFor(KEEP.multipliedBy(3));
        assertEquals("a method may come back", List.of("1.0.0"), versions());
    }

    @Test
    public void theImageOfACapsuleThatIsGoneIsKeptForAWhile() throws Exception {
        site.store.remove(ID);
        sweepFor(KEEP.minusMinutes(1));
        assertEquals(List.of("1.0.0"), versions());
        sweepFor(Duration.ofMinutes(1));
        assertEquals(List.of(), versions());
        assertEquals(List.of(), site.builder().images());
    }

    @Test
    public void theImageOfAnotherRootOfThatNameGoes() throws Exception {
        site.store.remove(ID);
        site.store.add(site.store.capsule(ID, 'e'));
        site.prepare("debian-12@1", "stateless-ram");
        sweepFor(KEEP);
        assertEquals(List.of("1.0.0"), versions());
        assertFalse(nodesCanHaveIt());
    }

    @Test
    public void anOlderVersionsImageGoesWhenTheNewOneHasOne() throws Exception {
        site.modules.remove(1).add(new FakeService("stateless-ram", 8).version("1.0.1"), new FakeModules.Method());
        sweepFor(KEEP.multipliedBy(3));
        assertEquals(List.of("1.0.0"), versions());
        site.prepare("debian-12@1", "stateless-ram");
        sweepFor(KEEP);
        assertEquals(List.of("1.0.1"), versions());
        assertTrue(nodesCanHaveIt());
    }

    @Test
    public void whatIsWantedAgainIsKept() throws Exception {
        site.store.remove(ID);
        sweepFor(KEEP.minusMinutes(1));
        site.store.add(capsule);
        sweepFor(Duration.ofMinutes(2));
        site.store.remove(ID);
        sweepFor(KEEP.minusMinutes(1));
        assertEquals(List.of("1.0.0"), versions());
    }

    /** Looks at the beginning of a time and at its end. */
    private void sweepFor(Duration time) {
        sweeper.sweep();
        site.clock.move(time);
        sweeper.sweep();
    }

    private List<String> versions() {
        return site.builder().built("stateless-ram").stream()
                .map(built -> built.methodVersion())
                .toList();
    }

    private boolean nodesCanHaveIt() {
        ModuleIdentity method = site.modules
                .registry()
                .methods()
                .find("stateless-ram")
                .orElseThrow()
                .identity();
        return site.builder().has(capsule, method);
    }
}
