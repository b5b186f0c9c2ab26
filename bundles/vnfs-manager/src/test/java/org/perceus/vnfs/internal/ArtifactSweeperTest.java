package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.ArtifactReferences;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.tar.TarBuilder;

public class ArtifactSweeperTest {
    private static final Duration GRACE = Duration.ofHours(1);

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final SetClock clock = new SetClock();
    private Site site;
    private UnpackedTrees trees;
    private ArtifactSweeper sweeper;
    private Capsule capsule;
    private Artifact used;
    private Artifact unused;

    @Before
    public void start() throws IOException {
        site = new Site(temporary, Limits.none(), clock);
        trees = new UnpackedTrees(site.directory.resolve("trees"), site.packer);
        sweeper = new ArtifactSweeper(site.store, trees, site.library, () -> GRACE, clock);
        capsule = site.imported(new TarBuilder().minimalRoot().bytes());
        used = publish("used");
        unused = publish("unused");
    }

    @After
    public void stop() {
        sweeper.stop();
    }

    @Test
    public void removesWhatNobodyUses() {
        sweeper.bindReferences(() -> Set.of(used.sha256()));
        clock.advance(GRACE.plusSeconds(1));

        sweeper.sweep();

        assertKept(true, true, false);
    }

    @Test
    public void removesTheRootOfACapsuleThatWasRemoved() {
        sweeper.bindReferences(Set::of);
        site.library.remove(capsule.id());
        clock.advance(GRACE.plusSeconds(1));

        sweeper.sweep();

        assertKept(false, false, false);
    }

    @Test
    public void keepsTheRootOfARemovedCapsuleWhileItIsUsed() {
        sweeper.bindReferences(() -> Set.of(capsule.root().sha256()));
        site.library.remove(capsule.id());
        clock.advance(GRACE.plusSeconds(1));

        sweeper.sweep();

        assertKept(true, false, false);
    }

    @Test
    public void leavesTimeToBeReferredTo() {
        sweeper.bindReferences(Set::of);
        clock.advance(GRACE);

        sweeper.sweep();

        assertKept(true, true, true);
    }

    @Test
    public void removesNothingWhileNobodyCanSayWhatIsUsed() {
        clock.advance(GRACE.multipliedBy(9));
        sweeper.sweep();
        assertKept(true, true, true);

        ArtifactReferences references = Set::of;
        sweeper.bindReferences(references);
        sweeper.unbindReferences(references);
        sweeper.sweep();
        assertKept(true, true, true);
    }

    @Test
    public void removesNothingWhenOneCannotSay() {
        clock.advance(GRACE.multipliedBy(9));
        sweeper.bindReferences(Set::of);
        sweeper.bindReferences(() -> {
            throw new IllegalStateException("starting");
        });

        sweeper.sweep();

        assertKept(true, true, true);
    }

    @Test
    public void removesNothingWhenSomebodyCameOrWentMeanwhile() {
        clock.advance(GRACE.multipliedBy(9));
        sweeper.bindReferences(() -> {
            sweeper.bindReferences(() -> Set.of(unused.sha256()));
            return Set.of();
        });

        sweeper.sweep();

        assertKept(true, true, true);
    }

    @Test
    public void asksEverybody() {
        clock.advance(GRACE.multipliedBy(9));
        sweeper.bindReferences(() -> Set.of(used.sha256()));
        sweeper.bindReferences(() -> Set.of(unused.sha256(), "not a hash"));

        sweeper.sweep();

        assertKept(true, true, true);
    }

    @Test
    public void aTreeIsKeptForItsCapsuleAndForThoseWhoLiveOnIt() throws IOException {
        String tree = trees.unpack(capsule, Progress.none());
        Set<String> nodes = new HashSet<>(Set.of(tree));
        sweeper.bindReferences(new ArtifactReferences() {
            @Override
            public Set<String> inUse() {
                return Set.of();
            }

            @Override
            public Set<String> treesInUse() {
                return nodes;
            }
        });
        site.library.remove(capsule.id());
        sweeper.sweep();
        assertTrue(trees.find(capsule).isPresent());

        nodes.clear();
        sweeper.sweep();
        assertFalse(trees.find(capsule).isPresent());
    }

    @Test
    public void aTreeIsKeptForItsCapsule() throws IOException {
        trees.unpack(capsule, Progress.none());
        sweeper.bindReferences(Set::of);
        sweeper.sweep();
        assertTrue(trees.find(capsule).isPresent());
    }

    private void assertKept(boolean root, boolean first, boolean second) {
        assertEquals(root, site.store.find(capsule.root().sha256()).isPresent());
        assertEquals(first, site.store.find(used.sha256()).isPresent());
        assertEquals(second, site.store.find(unused.sha256()).isPresent());
    }

    private Artifact publish(String content) throws IOException {
        Artifact artifact = site.store.publish(out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        assertTrue(site.store.find(artifact.sha256()).isPresent());
        return artifact;
    }
}
