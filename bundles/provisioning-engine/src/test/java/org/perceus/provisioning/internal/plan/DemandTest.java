package org.perceus.provisioning.internal.plan;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.perceus.provisioning.internal.FakeLibrary;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.vnfs.Capsule;

public class DemandTest {
    private static final Capsule ONE = Samples.capsule("debian-12@1", 'c');
    private static final Capsule TWO = Samples.capsule("debian-12@2", 'd');

    private final FakeRegistry registry = new FakeRegistry();
    private final FakeLibrary library = new FakeLibrary().with(ONE).with(TWO);
    private final Demand demand = new Demand("stateless-ram", registry, library);

    @Test
    public void isWhatNodesAreToGet() {
        registry.with(Samples.node("capsule", "debian-12"));
        assertEquals(Set.of(TWO), demand.capsules("stateless-ram"));
        assertEquals(Set.of(), demand.capsules("nfs-root"));
    }

    @Test
    public void followsTheMethodThatNodesAreToGet() {
        registry.with(Samples.node("capsule", "debian-12@1", "method", "nfs-root"));
        assertEquals(Set.of(), demand.capsules("stateless-ram"));
        assertEquals(Set.of(ONE), demand.capsules("nfs-root"));
    }

    @Test
    public void isNothingForNodesWithoutACapsule() {
        registry.with(Samples.node());
        assertEquals(Set.of(), demand.capsules("stateless-ram"));
        registry.with(Samples.node("capsule", "rocky-9"));
        assertEquals(Set.of(), demand.capsules("stateless-ram"));
    }

    @Test
    public void isNothingForNodesThatWaitForApproval() {
        registry.with(Samples.node(Optional.of(Samples.ADDRESS), false, "capsule", "debian-12"));
        assertEquals(Set.of(), demand.capsules("stateless-ram"));
    }
}
