package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.Test;

public class ClockErrorTest {
    private static final long NOW = 1_764_400_000;

    @Test
    public void aClockThatIsRightIsNotSpokenOf() {
        for (long ahead : new long[] {0, 60, -60}) {
            assertEquals(Optional.empty(), of(NOW + ahead));
        }
    }

    @Test
    public void aClockThatIsWrongIsNamedWithTheDifference() {
        assertEquals(Optional.of("the clock is 61 seconds behind the server's"), of(NOW - 61));
        assertEquals(Optional.of("the clock is 10 minutes ahead of the server's"), of(NOW + 600));
        assertEquals(Optional.of("the clock is 2 hours behind the server's"), of(NOW - 9_000));
        assertEquals(Optional.of("the clock is 366 days ahead of the server's"), of(NOW + 31_622_400));
        assertEquals(Optional.of("the clock is 20421 days behind the server's"), of(1));
    }

    @Test
    public void aNodeThatDoesNotSayItsTimeHasNoWrongOne() {
        assertEquals(Optional.empty(), of(0));
    }

    private static Optional<String> of(long theirs) {
        return ClockError.of(theirs, Instant.ofEpochSecond(NOW));
    }
}
