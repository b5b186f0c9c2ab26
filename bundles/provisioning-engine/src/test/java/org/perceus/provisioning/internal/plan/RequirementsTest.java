package org.perceus.provisioning.internal.plan;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.perceus.provisioning.internal.FakeArtifacts;
import org.perceus.provisioning.internal.FakeLibrary;
import org.perceus.provisioning.internal.FakePacker;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.FakeTrees;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.capsule.LibraryCapsules;
import org.perceus.provisioning.internal.config.FakeConfig;
import org.perceus.vnfs.Capsule;

public class RequirementsTest {
    private static final Capsule ONE = Samples.capsule("debian-12@1", 'c');
    private static final Capsule TWO = Samples.capsule("debian-12@2", 'd');

    private final FakeRegistry registry = new FakeRegistry();
    private final FakeLibrary library = new FakeLibrary().with(ONE).with(TWO);
    private final LibraryCapsules capsules =
            new LibraryCapsules(library, new FakeArtifacts(), new FakePacker(new FakeArtifacts()), new FakeTrees());
    private final Requirements requirements = new Requirements(FakeConfig.with("", ""), registry, library, capsules);

    @Test
    public void isWhatNodesAreToGet() {
        registry.with(Samples.node("capsule", "debian-12"));
        assertEquals(Set.of(capsules.of(TWO)), requirements.capsules("stateless-ram"));
        assertEquals(Set.of(), requirements.capsules("nfs-root"));
    }

    @Test
    public void followsTheMethodThatNodesAreToGet() {
        registry.with(Samples.node("capsule", "debian-12@1", "method", "nfs-root"));
        assertEquals(Set.of(), requirements.capsules("stateless-ram"));
        assertEquals(Set.of(capsules.of(ONE)), requirements.capsules("nfs-root"));
    }

    @Test
    public void isNothingForNodesWithoutACapsule() {
        registry.with(Samples.node());
        assertEquals(Set.of(), requirements.capsules("stateless-ram"));
        registry.with(Samples.node("capsule", "rocky-9"));
        assertEquals(Set.of(), requirements.capsules("stateless-ram"));
    }

    @Test
    public void isNothingForNodesThatWaitForApproval() {
        registry.with(Samples.node(Optional.of(Samples.ADDRESS), false, "capsule", "debian-12"));
        assertEquals(Set.of(), requirements.capsules("stateless-ram"));
    }
}
