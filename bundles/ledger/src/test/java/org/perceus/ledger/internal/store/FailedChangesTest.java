package org.perceus.ledger.internal.store;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** How often it is said that changes fail. */
public class FailedChangesTest {
    private final List<String> lines = new ArrayList<>();
    private long now;
    private final FailedChanges failed = new FailedChanges(lines::add, () -> now);

    @Test
    public void saysAFloodOnceAndCountsIt() {
        for (int i = 0; i < 14_000; i++) {
            failed.say("the disk is full");
        }
        failed.say("the disk is gone");

        assertEquals(List.of("the disk is full", "the disk is full: 13999 more times", "the disk is gone"), lines);
    }

    @Test
    public void saysItAgainAfterAMinute() {
        failed.say("the disk is full");
        now += TimeUnit.MINUTES.toNanos(1);
        failed.say("the disk is full");

        assertEquals(List.of("the disk is full", "the disk is full"), lines);
    }
}
