package org.perceus.administration.internal.capsule;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;
import org.perceus.administration.testing.FakeLibrary;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;

public class NextVersionTest {
    private static final List<Capsule> CAPSULES = List.of(
            FakeLibrary.capsule("debian-12@2"),
            FakeLibrary.capsule("debian-12@10"),
            FakeLibrary.capsule("debian-12@test"),
            FakeLibrary.capsule("debian@99"));

    @Test
    public void aVersionThatIsGivenIsTaken() {
        assertEquals(CapsuleId.parse("rocky@9.4"), NextVersion.of("rocky@9.4", List.of()));
    }

    @Test
    public void theFirstVersionIsOne() {
        assertEquals(CapsuleId.parse("rocky@1"), NextVersion.of("rocky", CAPSULES));
    }

    @Test
    public void theNextVersionFollowsTheHighestNumber() {
        assertEquals(CapsuleId.parse("debian-12@11"), NextVersion.of("debian-12", CAPSULES));
    }

    @Test
    public void aMalformedNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> NextVersion.of("../etc", List.of()));
    }
}
