package org.perceus.provisioning.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.perceus.module.BuildListener.Build;
import org.perceus.module.ImageResult;
import org.perceus.module.testing.FakeClock;
import org.perceus.node.operation.Operation;
import org.perceus.node.testing.MemoryOperations;

public class BuildOperationsTest {
    private static final String IMAGE = "debian-12@1 for nfs-root 2.0.0";
    private static final ImageResult FAILED = new ImageResult.Failed("the disk is full");

    private final MemoryOperations operations = new MemoryOperations();
    private final FakeClock clock = new FakeClock();
    private final BuildOperations builds = new BuildOperations(clock);

    @Before
    public void bind() {
        builds.bindOperations(operations);
    }

    @Test
    public void aBuildIsAnOperationOfWhoeverWantsIt() {
        Build build = builds.begun(IMAGE, "jane");
        build.at("packing", 40, 100);
        build.at("unpacking", 1, 0);
        build.ended(new ImageResult.Ready(79 << 20, Duration.ZERO));
        Operation seen = newest();
        assertEquals("debian-12@1 for nfs-root 2.0.0", seen.subject());
        assertEquals("jane", seen.author().who());
        assertEquals(2, seen.steps().size());
        assertEquals("nodes get 79 MiB", seen.end().orElseThrow().sentence());
        builds.begun(IMAGE, "").ended(FAILED);
        assertEquals("perceus", newest().author().who());
        assertFalse(newest().end().orElseThrow().succeeded());
    }

    @Test
    public void oneThatFailsAgainAndAgainIsOneAnHourUntilItSucceeds() {
        for (int minute = 0; minute < 125; minute++) {
            builds.begun(IMAGE, "").ended(FAILED);
            clock.move(Duration.ofMinutes(1));
        }
        assertEquals(3, operations.recent().size());
        builds.begun(IMAGE, "jane").ended(FAILED);
        assertEquals("who asks is told", 4, operations.recent().size());
        builds.begun(IMAGE, "").ended(new ImageResult.Ready(1, Duration.ZERO));
        assertTrue(newest().end().orElseThrow().succeeded());
        builds.begun(IMAGE, "").ended(FAILED);
        assertEquals(6, operations.recent().size());
    }

    @Test
    public void buildsGoOnWhileNobodyKeepsThem() {
        builds.unbindOperations(operations);
        Build build = builds.begun(IMAGE, "jane");
        build.at("packing", 40, 100);
        build.ended(FAILED);
        assertEquals(List.of(), operations.recent());
    }

    private Operation newest() {
        return operations.recent().get(0);
    }
}
