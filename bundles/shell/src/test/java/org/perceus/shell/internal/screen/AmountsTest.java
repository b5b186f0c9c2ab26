package org.perceus.shell.internal.screen;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.Test;

public class AmountsTest {
    @Test
    public void bytesHaveAFittingUnit() {
        assertEquals("0 B", Amounts.bytes(0));
        assertEquals("1023 B", Amounts.bytes(1023));
        assertEquals("1.0 KiB", Amounts.bytes(1024));
        assertEquals("287.1 MiB", Amounts.bytes(301_000_000));
        assertEquals("2.0 TiB", Amounts.bytes(2L << 40));
        assertEquals("4096.0 TiB", Amounts.bytes(4L << 50));
    }

    @Test
    public void durationsHaveTwoUnitsAtMost() {
        assertEquals("0.0 s", Amounts.duration(Duration.ZERO));
        assertEquals("0.1 s", Amounts.duration(Duration.ofMillis(120)));
        assertEquals("99.9 s", Amounts.duration(Duration.ofMillis(99_900)));
        assertEquals("1 min 40 s", Amounts.duration(Duration.ofSeconds(100)));
        assertEquals("59 min 59 s", Amounts.duration(Duration.ofSeconds(3599)));
        assertEquals("1 h 0 min", Amounts.duration(Duration.ofHours(1)));
        assertEquals("2 d 4 h", Amounts.duration(Duration.ofHours(52)));
    }

    @Test
    public void aClockThatWasSetBackShowsNothingNegative() {
        assertEquals("0.0 s", Amounts.duration(Duration.ofSeconds(-5)));
    }

    @Test
    public void thePastIsAgo() {
        Instant now = Instant.parse("2026-11-20T10:00:00Z");
        assertEquals("4.0 s ago", Amounts.ago(now.minusSeconds(4), now));
    }

    @Test
    public void momentsHaveDateAndTime() {
        assertEquals(
                19, Amounts.moment(Instant.parse("2026-11-20T10:00:00.123Z")).length());
    }

    @Test
    public void nounsFollowTheirNumbers() {
        assertEquals("0 nodes", Amounts.count(0, "node"));
        assertEquals("1 node", Amounts.count(1, "node"));
        assertEquals("2 nodes", Amounts.count(2, "node"));
    }
}
